package io.upline.service.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The outer limits of style, over all modules. Whoever meets one makes things smaller, not the limit wider.
class TidyTest {
    private static final int FILE_LINES = 400;
    private static final int USUAL_FILE_LINES = 200;
    private static final int METHOD_LINES = 60;
    private static final int USUAL_METHOD_LINES = 12;
    private static final int PARAMETERS = 4;
    private static final double USUAL = 0.9;

    private static final List<Source> SOURCES = Sources.all();

    @Test
    void noFileIsLong() {
        assertThat(SOURCES).hasSizeGreaterThan(100);
        assertThat(SOURCES.stream().filter(source -> source.lines() > FILE_LINES))
                .isEmpty();
    }

    @Test
    void nineInTenMainFilesAreShort() {
        assertThat(share(SOURCES.stream().filter(Source::isMain), source -> source.lines() < USUAL_FILE_LINES))
                .isGreaterThanOrEqualTo(USUAL);
    }

    @Test
    void noMethodIsLong() {
        assertThat(methods().filter(method -> method.lines() > METHOD_LINES)).isEmpty();
    }

    @Test
    void nineInTenMethodsAreShort() {
        assertThat(share(methods(), method -> method.lines() < USUAL_METHOD_LINES))
                .isGreaterThanOrEqualTo(USUAL);
    }

    @Test
    void nobodySleeps() {
        assertThat(thatSay("Thread" + ".sleep")).isEmpty();
    }

    @Test
    void nothingIsPutOff() {
        assertThat(SOURCES.stream().filter(source -> source.text().matches("(?s).*\\b(TO" + "DO|FIX" + "ME)\\b.*")))
                .isEmpty();
    }

    @Test
    void moneyIsNeverABinaryFraction() {
        assertThat(SOURCES.stream()
                        .filter(source -> Stream.of("/money/", "/bonus/", "/ledger/", "/payout/")
                                .anyMatch(source::isIn))
                        .filter(source -> source.declarations().hasBinaryFractions()))
                .isEmpty();
    }

    @Test
    void aConstructorOfTheServiceTakesFewParameters() {
        assertThat(SOURCES.stream()
                        .filter(source -> source.isIn("service/src/main/"))
                        .filter(source -> source.declarations().widestConstructor() > PARAMETERS))
                .isEmpty();
    }

    @Test
    void sqlIsWrittenWholeAndNeverPutTogether() {
        assertThat(SOURCES.stream()
                        .filter(Source::isMain)
                        .filter(source -> source.declarations().hasSqlPutTogether()))
                .isEmpty();
    }

    @Test
    void everyPackageIsIntroducedAndNullMarked() throws IOException {
        for (var source : SOURCES) {
            var introduction = Sources.REPOSITORY.resolve(source.path()).resolveSibling("package-info.java");
            if (source.isMain() && !source.path().endsWith("module-info.java")) {
                assertThat(introduction).exists();
                assertThat(Files.readString(introduction)).startsWith("/// ").contains("@NullMarked");
            }
        }
    }

    private static Stream<Source.Method> methods() {
        return SOURCES.stream().flatMap(source -> source.declarations().methods().stream());
    }

    private static Stream<Source> thatSay(String words) {
        return SOURCES.stream().filter(source -> source.text().contains(words));
    }

    private static <T> double share(Stream<T> all, Predicate<T> usual) {
        var list = all.toList();
        return (double) list.stream().filter(usual).count() / list.size();
    }
}
