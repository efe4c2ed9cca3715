package io.upline.service.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.upline.engine.genealogy.Edition;
import io.upline.service.document.DocumentName.Kind;
import io.upline.service.document.DocumentStore.Listing;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AnnouncementsTest {
    private static final DocumentName NAME = new DocumentName(Kind.MEMBER, UUID.randomUUID());
    private static final DocumentName OTHER = new DocumentName(Kind.DOWNLINE, UUID.randomUUID());
    private static final String LISTED =
            "7 " + new DocumentMark(5, new Edition(1, 0, 0), 2, UUID.randomUUID(), 9, "-").text();

    private final WrittenDocuments written = new WrittenDocuments();
    private final Announcements announcements = new Announcements(written);

    @Test
    void whoeverHeardEverythingSinceAPurgeIsComplete() {
        announcements.hear("3 purged");
        announcements.hear("4 written " + NAME.key() + " " + LISTED);
        announcements.hear("5 written " + OTHER.key() + " " + LISTED);
        announcements.hear("6 removed " + NAME.key());
        assertThat(announcements.isComplete(6)).isTrue();
        assertThat(announcements.isComplete(7)).isFalse();
        assertThat(written.has(NAME)).isFalse();
        assertThat(written.get(OTHER)).isPresent();
        assertThat(written.bytes()).isEqualTo(7);
    }

    @Test
    void whoeverMissedOneIsNotUntilTheListWasRead() {
        announcements.hear("3 purged");
        announcements.hear("5 written " + NAME.key() + " " + LISTED);
        assertThat(announcements.isComplete(5)).isFalse();
        announcements.replace(new Listing(4, Map.of()));
        assertThat(announcements.isComplete(5)).as("an older list").isFalse();
        announcements.replace(new Listing(6, Map.of(OTHER.key(), LISTED, "mlm_user:nobody", LISTED)));
        assertThat(announcements.isComplete(6)).isTrue();
        assertThat(written.has(NAME)).isFalse();
        assertThat(written.size()).isOne();
    }

    @Test
    void nonsenseIsNotHeard() {
        announcements.hear("3 purged");
        for (var nonsense : new String[] {"", "written", "x written", "99999999999999999999 written a 1 2"}) {
            announcements.hear(nonsense);
        }
        assertThat(announcements.isComplete(3)).isTrue();
        announcements.hear("4 written nobody");
        announcements.hear("5 written " + NAME.key() + " 1 2 3");
        assertThat(written.size()).isZero();
    }
}
