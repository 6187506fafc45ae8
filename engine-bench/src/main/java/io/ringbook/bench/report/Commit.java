// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What was measured, by the version control.
 *
 * @param id of the commit; {@link Machine#UNKNOWN} without git or a repository
 * @param isChanged true if tracked files differ from it
 */
public record Commit(String id, boolean isChanged) {
    private static final int SECONDS = 10;

    /** The commit that a folder stands at. */
    public static Commit of(Path folder) {
        List<String> head = git(folder, "rev-parse", "HEAD");
        if (head.size() != 1) {
            return new Commit(Machine.UNKNOWN, false);
        }
        return new Commit(
                head.getFirst(),
                !git(folder, "status", "--porcelain", "--untracked-files=no").isEmpty());
    }

    /** Short, and whether files were changed since. */
    public String text() {
        String shown = id.equals(Machine.UNKNOWN) ? id : id.substring(0, 10);
        return "commit " + shown + (isChanged ? " with changes" : "");
    }

    private static List<String> git(Path folder, String... arguments) {
        List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
        command.addAll(List.of(arguments));
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            String said = new String(process.getInputStream().readAllBytes(), UTF_8);
            boolean isDone = process.waitFor(SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
            return isDone ? said.lines().toList() : List.of();
        } catch (IOException e) {
            return List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }
}
