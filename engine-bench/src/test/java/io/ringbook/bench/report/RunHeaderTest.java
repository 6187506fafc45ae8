// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunHeaderTest {
    @Test
    void saysWhatWasRunAndWhere() {
        // given
        RunHeader header = RunHeader.begin("gc --heap=64", 12_000, "commit", List.of("-Xmx64m"));

        // when
        String text = header.json().end().toString();

        // then
        assertThat(text)
                .startsWith("{\"schema\":\"ringbook-bench/1\",\"command\":\"gc --heap=64\",")
                .contains("\"rate_per_second\":12000,\"durability\":\"commit\",\"jdk\":")
                .contains("\"flags\":[\"-Xmx64m\"],\"commit\":")
                .contains("\"machine\":{\"system\":\"" + System.getProperty("os.name"))
                .contains("\"steal_percent\":")
                .endsWith("}");
    }

    @Test
    void namesTheMachineInOneLine() {
        // given
        StringWriter out = new StringWriter();

        // when
        RunHeader.begin("gc", 0, "commit", List.of()).print(new PrintWriter(out));

        // then
        assertThat(out.toString().lines().findFirst().orElseThrow())
                .contains(System.getProperty("os.version"))
                .contains("; commit ");
    }

    @Test
    void aFolderWithoutARepositoryHasNoCommit(@TempDir Path folder) {
        assertThat(Commit.of(folder)).isEqualTo(new Commit(Machine.UNKNOWN, false));
    }
}
