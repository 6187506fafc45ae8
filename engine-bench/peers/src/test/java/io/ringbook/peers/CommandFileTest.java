// SPDX-License-Identifier: Apache-2.0
package io.ringbook.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exchange.core2.core.common.OrderAction;
import exchange.core2.core.common.OrderType;
import exchange.core2.core.common.api.ApiCancelOrder;
import exchange.core2.core.common.api.ApiMoveOrder;
import exchange.core2.core.common.api.ApiPlaceOrder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandFileTest {
    @TempDir private Path folder;

    @Test
    void commandsBecomeThoseOfExchangeCore() throws IOException {
        // given
        ByteBuffer bytes = ByteBuffer.allocate(1_000);
        bytes.putInt(1).putInt(4).putInt(1).putInt(3);
        command(bytes, 1, 2, 7, 11, 0, 100, 5);
        command(bytes, 2, 1, 8, 12, 0, 101, 6);
        command(bytes, 7, 2, 7, 13, 11, 102, 5);
        command(bytes, 4, 2, 7, 14, 11, 0, 0);

        // when
        CommandFile file = CommandFile.read(written(bytes));

        // then
        assertThat(file.measuredFrom).isEqualTo(1);
        assertThat(file.measuredTo).isEqualTo(3);
        assertThat(file.accounts).isEqualTo(8);
        assertThat(file.commands)
                .containsExactly(
                        new ApiPlaceOrder(100, 5, 11, OrderAction.ASK, OrderType.GTC, 7, 1, 0, 0),
                        new ApiPlaceOrder(
                                101, 6, 12, OrderAction.BID, OrderType.IOC, 8, 1, 0, 1L << 31),
                        new ApiMoveOrder(11, 102, 7, 1),
                        new ApiCancelOrder(11, 7, 1));
    }

    @Test
    void aCommandThatExchangeCoreDoesNotHaveIsRefused() throws IOException {
        // given
        ByteBuffer bytes = ByteBuffer.allocate(100);
        bytes.putInt(1).putInt(1).putInt(0).putInt(1);
        command(bytes, 6, 1, 1, 1, 0, 0, 0);
        Path file = written(bytes);

        // then
        assertThatThrownBy(() -> CommandFile.read(file))
                .hasMessage("exchange-core has no command of kind 6");
    }

    @Test
    void anotherFormatIsRefused() throws IOException {
        // given
        Path file = written(ByteBuffer.allocate(16).putInt(2));

        // then
        assertThatThrownBy(() -> CommandFile.read(file))
                .hasMessageEndingWith("has format 2, not 1");
    }

    private static void command(
            ByteBuffer to,
            int kind,
            int side,
            int account,
            int id,
            int target,
            long price,
            int lots) {
        to.put((byte) kind).put((byte) side).putInt(account).putInt(id).putInt(target);
        to.putLong(price).putInt(lots);
    }

    private Path written(ByteBuffer bytes) throws IOException {
        byte[] content = new byte[bytes.position()];
        bytes.get(0, content);
        return Files.write(folder.resolve("stream.bin"), content);
    }
}
