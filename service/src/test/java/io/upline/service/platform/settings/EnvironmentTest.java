package io.upline.service.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentTest {
    private static final Path EXAMPLE = Path.of("..", ".env.example");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void aFileSaysWhatTheProcessDoesNot() throws IOException {
        Files.writeString(folder.resolve(".env"), """
                # a comment
                MAX_CHILDREN=5
                DB_PASSWORD=a#b=c
                PLAN=
                """);
        var environment = Environment.ofProcess(folder);
        assertThat(environment.get(Variable.MAX_CHILDREN)).contains("5");
        assertThat(environment.get(Variable.DB_PASSWORD)).contains("a#b=c");
        assertThat(environment.get(Variable.PLAN)).isEmpty();
        assertThat(environment.get(Variable.DOWNLINE_MAX_NODES)).isEmpty();
    }

    @Test
    void withoutAFileEverythingIsNotSet() {
        assertThat(Environment.ofProcess(folder).get(Variable.MAX_CHILDREN)).isEmpty();
    }

    @Test
    void theExampleHasEveryVariableWithItsMeaningAndDefaultAndNothingElse() throws IOException {
        assertThat(Files.readString(EXAMPLE))
                .isEqualTo(Arrays.stream(Variable.values())
                        .map(variable -> "# %s\n%s=%s\n".formatted(variable.meaning(), variable, variable.fallback()))
                        .collect(Collectors.joining("\n")));
    }

    @Test
    void theExampleAsItIsChangesNothing() throws IOException {
        Files.copy(EXAMPLE, folder.resolve(".env"));
        assertThat(Settings.read(Environment.ofProcess(folder)))
                .isEqualTo(Settings.read(variable -> java.util.Optional.empty()));
    }
}
