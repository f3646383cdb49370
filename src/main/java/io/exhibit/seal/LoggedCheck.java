package io.exhibit.seal;

import io.exhibit.seal.Discrepancy.Code;
import io.exhibit.seal.Step.Name;
import io.exhibit.seal.Step.Status;
import io.exhibit.seal.Trust.Role;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Checks what lies beside a pack to prove that the log has it: a leaf with the zip's digest, behind all that the pack's own
 * checkpoint covers. It cannot be in the zip, whose digest it is about.
 */
final class LoggedCheck {

    private static final String ENDING = ".tlog-proof";

    private final Path zip;
    private final PackHolding holding;
    private final String pack;
    private final LogCheck log;
    private final Trust trust;

    /**
     * @param holding what was read of the zip
     * @param log of the pack, checked
     */
    LoggedCheck(Path zip, PackHolding holding, String pack, LogCheck log, Trust trust) {
        this.zip = zip;
        this.holding = holding;
        this.pack = pack;
        this.log = log;
        this.trust = trust;
    }

    /** Where the proof of a pack lies: beside its zip, under its name. */
    static Path beside(Path zip) {
        String name = zip.getFileName().toString();
        return zip.resolveSibling((name.endsWith(".zip") ? name.substring(0, name.length() - 4) : name) + ENDING);
    }

    Step step() throws IOException {
        Path file = beside(zip);
        if (!Files.isRegularFile(file)) {
            return new Step(
                    Name.LOGGED,
                    Status.NOT_ASKED,
                    "No proof lies beside the pack (" + file.getFileName() + ") that the log has it.",
                    List.of());
        }
        try (InputStream in = Files.newInputStream(file)) {
            return check(LeafProof.parse(Bounded.read(in, LeafProof.LONGEST)
                    .orElseThrow(() -> new IllegalArgumentException("longer than a proof"))));
        } catch (IllegalArgumentException e) {
            return failed(Code.PROOF_MALFORMED, "It is " + e.getMessage() + ".");
        }
    }

    private Step check(LeafProof proof) throws IOException {
        Leaf leaf;
        try {
            leaf = CanonicalJson.read(proof.withEnd(), Leaf.class);
        } catch (IOException e) {
            return failed(Code.PROOF_MALFORMED, "Its leaf is " + e.getMessage() + ".");
        }
        if (leaf.kind() != Leaf.Kind.PACK
                || !leaf.id().equals(pack)
                || !leaf.sha256().equals(holding.sha256())) {
            return failed(Code.PROOF_DIFFERS, "It is about " + leaf.id() + ", SHA-256 " + leaf.sha256() + ".");
        }
        Checkpoint signed = proof.checkpoint();
        Checkpoint own = log.checkpoint().orElse(null);
        if (own == null || !signed.origin().equals(own.origin())) {
            return failed(Code.ORIGIN_DIFFERS, "It is of the log " + signed.origin() + ".");
        }
        byte[] root = HexFormat.of().parseHex(signed.root());
        if (!MerkleProof.includes(MerkleTree.leaf(proof.line()), proof.index(), signed.size(), proof.path(), root)) {
            return failed(Code.PROOF_DIFFERS, "It does not lead to the checkpoint that it comes with.");
        }
        if (proof.index() < own.size() || !log.goesOnWith(proof)) {
            return failed(Code.PROOF_DIFFERS, "Its leaf does not stand behind what the pack's checkpoint covers.");
        }
        if (!trust.has(Role.LOG)) {
            return Step.notChecked(Name.LOGGED, "The log has the pack; no key says whose log it is.");
        }
        String says = "It is leaf " + (proof.index() + 1) + " of the log, by a checkpoint over " + signed.size() + ".";
        Optional<Discrepancy> wrong =
                log.ring().checkpoint(signed, Optional.of(leaf.time())).wrong();
        if (wrong.isPresent() && signed.size() > own.size() + 1 && !log.ring().knows(signed)) {
            return Step.notChecked(
                    Name.LOGGED,
                    says
                            + " Nobody signed that who is known here: the log may have changed its key since. A later"
                            + " pack of it says so, and a trust file (--trust) may name the new key.");
        }
        return wrong.map(w -> failed(w.code(), w.says())).orElse(Step.of(Name.LOGGED, List.of(), says));
    }

    private Step failed(Code code, String says) {
        return Step.failed(Name.LOGGED, code, beside(zip).getFileName().toString(), says);
    }
}
