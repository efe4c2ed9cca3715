package io.upline.service.document;

import io.upline.service.document.DocumentStore.Listed;
import io.upline.service.document.DocumentStore.Listing;
import java.util.Optional;
import org.jboss.logging.Logger;

/// Hears what replicas write and remove, and knows whether it heard everything: each announcement has the version of
/// the list after it. Used by several threads.
final class Announcements {
    private static final Logger LOG = Logger.getLogger(Announcements.class);
    /// The version, what was done, to which key, and what is listed now.
    private static final int WORDS = 4;

    private final WrittenDocuments written;
    private long version;
    private boolean isComplete;

    Announcements(WrittenDocuments written) {
        this.written = written;
    }

    /// Takes in one announcement.
    synchronized void hear(String message) {
        var words = message.split(" ", WORDS);
        if (words.length < 2 || !words[0].matches("\\d{1,18}")) {
            LOG.debugf("Nobody knows what was said on %s.", DocumentStore.CHANNEL);
            return;
        }
        var next = Long.parseLong(words[0]);
        if (words[1].equals("purged")) {
            written.clear();
            isComplete = true;
        } else {
            isComplete &= next == version + 1;
            take(words);
        }
        version = next;
    }

    private void take(String[] words) {
        var name = words.length > 2 ? DocumentName.ofKey(words[2]) : Optional.<DocumentName>empty();
        var listed = words.length == WORDS ? Listed.parse(words[3]) : Optional.<Listed>empty();
        name.ifPresent(of -> listed.ifPresentOrElse(now -> written.put(of, now), () -> written.remove(of)));
    }

    /// The version of the list after the last announcement.
    synchronized long version() {
        return version;
    }

    /// Whether everything up to that version was heard.
    synchronized boolean isComplete(long upTo) {
        return isComplete && version >= upTo;
    }

    /// Takes the list instead of what was heard of it, unless more was heard since.
    synchronized void replace(Listing listing) {
        if (listing.version() < version) {
            return;
        }
        written.clear();
        listing.byKey()
                .forEach((key, text) -> DocumentName.ofKey(key)
                        .ifPresent(name -> Listed.parse(text).ifPresent(listed -> written.put(name, listed))));
        version = listing.version();
        isComplete = true;
    }
}
