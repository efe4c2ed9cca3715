/// The chain of the audit: what was written is sealed soon after its commit, entry by entry, each with a hash over
/// itself and the hash before it. Whoever changes, removes or moves an entry afterwards breaks it.
///
/// [Sealer] goes on with the chain, one replica at a time; [ChainCheck] proves it; [StoredEntry] is what it is
/// made of. `docs/decisions/0010-audit-chain.md` says why it is like that, and `docs/ACCESS.md` what it proves.
@NullMarked
package io.upline.service.audit.chain;

import org.jspecify.annotations.NullMarked;
