package io.exhibit.seal;

import io.exhibit.seal.Discrepancy.Code;
import io.exhibit.seal.Statement.Meaning;
import io.exhibit.seal.Step.Name;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Checks the part of a vault that a pack carries, and that it is the part which the pack says it is. */
final class PackLogCheck {

    private final Meaning meaning;
    private final PackHolding pack;
    private final Trust trust;
    private final List<Discrepancy> found = new ArrayList<>();
    private final LogCheck log;
    private final Optional<Path> held;
    private final Profile profile;

    /** @param held where what was left out lies, if it was brought */
    PackLogCheck(PackHolding pack, Optional<Path> held, Profile profile, Meaning meaning, Trust trust) {
        this.pack = pack;
        this.held = held;
        this.profile = profile;
        this.meaning = meaning;
        this.trust = trust;
        this.log = new LogCheck(pack, trust, found);
    }

    /** Reads the log, before anything else is asked. */
    void read() throws IOException {
        log.check();
    }

    /** Tells who signed the statement about the pack. */
    KeyRing.Verdict signer(Envelope envelope) {
        return log.ring()
                .statement(
                        envelope, meaning.issued(), log.newest(), meaning.log().size());
    }

    /**
     * Makes the steps from {@link Name#LOG} to {@link Name#LOGGED}.
     *
     * @param zip beside which a proof may lie
     * @param made is given each step as it ends, so that those before a broken one are kept
     */
    void check(Path zip, Optional<Checkpoint> since, Consumer<Step> made) throws IOException {
        log.checkpoint().ifPresent(checkpoint -> {
            Statement.Head head = new Statement.Head(checkpoint.origin(), checkpoint.size(), checkpoint.root());
            if (!head.equals(meaning.log())) {
                found.add(new Discrepancy(Code.ROOT_DIFFERS, "checkpoint", "The statement names another checkpoint."));
            }
        });
        made.accept(log.step());
        Set<String> carried = Set.copyOf(meaning.carried());
        List<Discrepancy> files = new ArrayList<>();
        List<Statement.LeftOut> away =
                profile.masks() ? Originals.named(pack, meaning.leftOut(), held) : meaning.leftOut();
        SealedFiles sealed = new SealedFiles(pack.with(held, away), away, profile, files);
        sealed.check(log.leaves(), carried::contains);
        if (profile.masks()) {
            masks(files);
        } else {
            new BookCheck(pack, log, files).check(new BookLog(pack, log.leaves()).since(carried));
        }
        made.accept(evidence(files, sealed.held(), carried.size()));
        made.accept(period(log.leaves(), carried));
        made.accept(previous(log.leaves()));
        made.accept(log.since(since, false));
        made.accept(new TimeStampCheck(pack, meaning.timestamp(), trust).step(log.newest()));
        made.accept(new LoggedCheck(zip, pack, meaning.pack(), log, trust).step());
    }

    private void masks(List<Discrepancy> files) throws IOException {
        String name = Bag.PAYLOAD + MaskList.NAME;
        try {
            if (!pack.digests().containsKey(name)) {
                throw new IOException("not there");
            }
            MaskList.read(pack.file(name, Statement.LARGEST));
        } catch (IOException e) {
            files.add(new Discrepancy(Code.MASKS_MALFORMED, name, "It is " + e.getMessage() + "."));
        }
    }

    private Step evidence(List<Discrepancy> files, List<Statement.LeftOut> held, int runs) {
        String all = "What was sealed of " + runs + " runs is "
                + (profile.masks() ? "what the statement lists" : "here") + ", and nothing else";
        return files.isEmpty() && !held.isEmpty()
                ? Step.notChecked(
                        Name.EVIDENCE,
                        all + ", but for " + held.size() + (held.size() == 1 ? " file" : " files") + " of "
                                + held.stream()
                                        .mapToLong(Statement.LeftOut::bytes)
                                        .sum()
                                + " bytes that stay with the entity: ask for "
                                + held.get(0).file()
                                + (held.size() > 1 ? " and the others" : "") + ", and give their folder with --held.")
                : Step.of(Name.EVIDENCE, files, all + ".");
    }

    /** A run's id begins with the time at which it was due, so a leaf tells whether its run belongs to the period. */
    private Step period(List<Leaf> leaves, Set<String> carried) {
        List<Discrepancy> found = new ArrayList<>();
        Set<String> logged = leaves.stream()
                .filter(leaf -> leaf.kind() == Leaf.Kind.RUN)
                .map(Leaf::id)
                .collect(Collectors.toSet());
        carried.stream()
                .filter(run -> !logged.contains(run))
                .sorted()
                .forEach(run -> found.add(new Discrepancy(
                        Code.RUN_UNKNOWN, "log/leaves", "The statement names the run " + run + ", the log does not.")));
        LocalDate first = LocalDate.parse(meaning.first());
        LocalDate last = LocalDate.parse(meaning.last());
        ZoneId zone = ZoneId.of(meaning.zone());
        for (String run : new TreeSet<>(logged)) {
            // Nobody can say of a run without a time that it does not belong here.
            boolean outside = RunTime.of(run)
                    .map(due -> LocalDate.ofInstant(due, zone))
                    .map(day -> day.isBefore(first) || day.isAfter(last))
                    .orElse(false);
            if (!outside && !carried.contains(run)) {
                found.add(new Discrepancy(
                        Code.RUN_LEFT_OUT,
                        "log/leaves",
                        "The log has the run " + run + " in the period, the pack not."));
            }
        }
        return Step.of(
                Name.PERIOD, found, "Every run that the log has from " + first + " to " + last + " is in the pack.");
    }

    private Step previous(List<Leaf> leaves) {
        List<Discrepancy> found = new ArrayList<>();
        for (Statement.Earlier earlier : meaning.previous()) {
            boolean logged = leaves.stream()
                    .anyMatch(leaf -> leaf.kind() == Leaf.Kind.PACK
                            && leaf.id().equals(earlier.pack())
                            && leaf.sha256().equals(earlier.sha256()));
            if (!logged) {
                found.add(new Discrepancy(
                        Code.PREVIOUS_DIFFERS,
                        "log/leaves",
                        "The log has no pack " + earlier.pack() + " of that digest."));
            }
        }
        return Step.of(
                Name.PREVIOUS,
                found,
                meaning.previous().isEmpty()
                        ? "The first pack of its series."
                        : "Follows on " + meaning.previous().get(0).pack() + ", SHA-256 "
                                + meaning.previous().get(0).sha256() + ".");
    }
}
