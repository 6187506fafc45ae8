// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringbook.core.oracle.EventCopy;
import io.ringbook.core.order.EventKind;
import io.ringbook.core.order.OrderEvent;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A text that left a field out would let a wrong event pass. */
final class EventTextTest {
    @ParameterizedTest
    @EnumSource(EventKind.class)
    void everyFieldOfAnEventIsInItsText(EventKind kind) throws IllegalAccessException {
        // given
        World world = new World();
        world.complete();
        EventText texts = new EventText(world);
        OrderEvent plain = new OrderEvent();
        plain.kind = kind;
        String plainText = texts.text(EventCopy.of(plain));

        for (Field field : OrderEvent.class.getFields()) {
            if (Modifier.isStatic(field.getModifiers()) || field.getName().equals("kind")) {
                continue;
            }
            // when: only this field differs; an id's later words count with the first
            OrderEvent other = new OrderEvent();
            other.kind = kind;
            firstWord(other, field.getName());
            String before = texts.text(EventCopy.of(other));
            set(field, other);

            // then
            assertThat(texts.text(EventCopy.of(other))).as(field.getName()).isNotEqualTo(before);
            assertThat(texts.text(EventCopy.of(other))).as(field.getName()).isNotEqualTo(plainText);
        }
    }

    /** Fills the words of an id that stand before the one in question, full of characters. */
    private static void firstWord(OrderEvent event, String fieldName) {
        long full = 0x4141_4141_4141_4141L;
        if (fieldName.endsWith("ClientOrderId1") || fieldName.endsWith("ClientOrderId2")) {
            event.origClientOrderId0 = full;
            event.contraClientOrderId0 = full;
        }
        if (fieldName.endsWith("ClientOrderId2")) {
            event.origClientOrderId1 = full;
            event.contraClientOrderId1 = full;
        }
        if (fieldName.equals("clientOrderId1") || fieldName.equals("clientOrderId2")) {
            event.clientOrderId0 = full;
        }
        if (fieldName.equals("clientOrderId2")) {
            event.clientOrderId1 = full;
        }
    }

    private static void set(Field field, OrderEvent event) throws IllegalAccessException {
        if (field.getType() == long.class) {
            field.setLong(event, 0x42);
        } else if (field.getType() == int.class) {
            field.setInt(event, 0x42);
        } else {
            field.setByte(event, (byte) 1);
        }
    }
}
