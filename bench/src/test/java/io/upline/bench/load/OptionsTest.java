package io.upline.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.upline.bench.load.Options.Part;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OptionsTest {
    @Test
    void everythingButTheLongestIsMeasuredByDefault() {
        var options = Options.of();
        assertThat(options.scale()).isEqualTo(Scale.full());
        assertThat(options.parts())
                .containsExactlyInAnyOrder(
                        Part.REGISTRATIONS,
                        Part.ONE_CLIENT,
                        Part.BONUSES,
                        Part.READS,
                        Part.ACCESS,
                        Part.NESTED,
                        Part.MONEY);
    }

    @Test
    void partsAreChosenByTheirWords() {
        assertThat(Options.of("--quick", "--only", "reads,one-client"))
                .isEqualTo(new Options(Scale.quick(), Set.of(Part.READS, Part.ONE_CLIENT)));
        assertThat(Options.of("--ten-million").parts()).containsExactly(Part.TEN_MILLION);
    }

    @Test
    void whatIsNotKnownIsSaid() {
        assertThatThrownBy(() -> Options.of("--fast")).hasMessageContaining("--fast");
        assertThatThrownBy(() -> Options.of("--only", "writes")).hasMessageContaining("writes");
        assertThatThrownBy(() -> Options.of("--only")).isInstanceOf(IllegalArgumentException.class);
    }
}
