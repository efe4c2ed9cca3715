package io.upline.client.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceAddressTest {
    @Test
    void slashesAtTheEndMakeNoDifference() {
        assertThat(ServiceAddress.parse("https://host:1/base//").resolve("/mlm/root"))
                .hasToString("https://host:1/base/mlm/root");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "host:11000", "ftp://host", "http://", "http://host?x=1", "http://ho st", "http:/host"})
    void whatIsNoHttpAddressIsRefused(String text) {
        assertThatThrownBy(() -> ServiceAddress.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'" + text + "' is not an address like http://127.0.0.1:11000");
    }
}
