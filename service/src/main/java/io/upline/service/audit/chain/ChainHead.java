package io.upline.service.audit.chain;

/// How the chain ends.
///
/// @param number of the last entry that is sealed; 0 before the first
/// @param hash of that entry, in 64 hexadecimal digits; zeros before the first
public record ChainHead(long number, String hash) {
    /// Before the first entry.
    static final ChainHead START = new ChainHead(0, "0".repeat(64));

    /// The chain with one entry more.
    ChainHead with(StoredEntry entry) {
        return new ChainHead(number + 1, entry.hashAfter(hash, number + 1));
    }
}
