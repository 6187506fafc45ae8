// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTest {
    @Test
    void writesFieldsObjectsAndArraysWithTheirCommas() {
        // when
        String text =
                Json.object()
                        .field("count", 3)
                        .object("inner")
                        .field("is", true)
                        .end()
                        .texts("words", List.of("a", "b"))
                        .numbers("ns", new double[] {1.25, 2}, 1)
                        .objects("rows", List.of(7, 8), (row, json) -> json.field("n", row))
                        .field("share", 0.5, 3)
                        .end()
                        .toString();

        // then
        assertThat(text)
                .isEqualTo(
                        "{\"count\":3,\"inner\":{\"is\":true},\"words\":[\"a\",\"b\"],"
                                + "\"ns\":[1.3,2.0],\"rows\":[{\"n\":7},{\"n\":8}],"
                                + "\"share\":0.500}");
    }

    @Test
    void escapesWhatMayNotStandInATextAndHasNoWordForWhatIsNoNumber() {
        // when
        String text =
                Json.object()
                        .field("text", "a \"b\" \\ \n")
                        .field("none", null)
                        .field("nan", Double.NaN, 1)
                        .end()
                        .toString();

        // then
        assertThat(text)
                .isEqualTo("{\"text\":\"a \\\"b\\\" \\\\ \\u000a\",\"none\":null,\"nan\":null}");
    }
}
