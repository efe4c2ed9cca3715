package io.upline.service.member.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MemberTextTest {
    private final PlainText plain = new PlainText();

    @Test
    void aRecord() {
        for (int i = 0; i < PlainText.MEMBERS; i++) {
            var member = plain.tree().member(i);
            var record = plain.fields(member)
                    .put("frontline_count", member.frontline())
                    .put("sponsored_count", member.sponsored())
                    .put("as_of_seq", member.asOf());
            assertThat(PlainText.of(MemberJson.record(plain.tree(), member))).isEqualTo(record.toString());
        }
    }
}
