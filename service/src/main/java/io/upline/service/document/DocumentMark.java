package io.upline.service.document;

import io.upline.engine.genealogy.Edition;
import io.upline.engine.genealogy.Genealogy;
import java.util.Optional;
import java.util.UUID;

/// What a document was made of. As long as a member's downline is of the same [Edition], so is the document; and the
/// last member there was tells one history from another, should the database have gone back in time.
///
/// @param asOf the place in the log up to which it tells
/// @param edition of the downline of whom it is about
/// @param lastMember index of the newest member of the whole network then
/// @param lastUserId who that was
/// @param lastJoinedAtMicros and when they joined
/// @param note whatever the writer wants to know when it reads the document again, without blanks
public record DocumentMark(
        long asOf, Edition edition, int lastMember, UUID lastUserId, long lastJoinedAtMicros, String note) {
    /// Goes up when documents change their form: what an older or newer version wrote is nobody's.
    private static final int FORM = 1;

    private static final int WORDS = 9;

    /// The mark of a document of `tree` as of `asOf`, made when the member's downline was of that edition.
    public static DocumentMark of(Genealogy tree, long asOf, Edition edition, String note) {
        var newest = tree.member(tree.members() - 1);
        return new DocumentMark(asOf, edition, newest.index(), newest.userId(), newest.joinedAtMicros(), note);
    }

    /// Whether the document says what `tree` would say of `member` now. O(1).
    boolean isOf(Genealogy tree, int member) {
        return isKnownTo(tree) && tree.isOf(edition, member) && isOfTheHistoryOf(tree);
    }

    /// Whether `tree` has all that the document was made of.
    boolean isKnownTo(Genealogy tree) {
        return asOf <= tree.asOf() && lastMember < tree.members();
    }

    private boolean isOfTheHistoryOf(Genealogy tree) {
        var newestThen = tree.member(lastMember);
        return newestThen.userId().equals(lastUserId) && newestThen.joinedAtMicros() == lastJoinedAtMicros;
    }

    /// One line, which begins with [#asOf()].
    String text() {
        return "%d %d %d %d %d %d %s %d %s"
                .formatted(
                        asOf,
                        FORM,
                        edition.members(),
                        edition.changeSeq(),
                        edition.changedAtMicros(),
                        lastMember,
                        lastUserId,
                        lastJoinedAtMicros,
                        note);
    }

    /// Reads what [#text()] wrote; empty for anything else.
    static Optional<DocumentMark> parse(String text) {
        var words = text.split(" ", -1);
        if (words.length != WORDS || !words[1].equals(Integer.toString(FORM))) {
            return Optional.empty();
        }
        try {
            return Optional.of(new DocumentMark(
                    Long.parseLong(words[0]),
                    new Edition(Integer.parseInt(words[2]), Long.parseLong(words[3]), Long.parseLong(words[4])),
                    Integer.parseInt(words[5]),
                    UUID.fromString(words[6]),
                    Long.parseLong(words[7]),
                    words[8]));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
