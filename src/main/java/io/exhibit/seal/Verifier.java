package io.exhibit.seal;

import io.exhibit.seal.Discrepancy.Code;
import io.exhibit.seal.Step.Name;
import java.io.IOException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks a vault against keys that came by another way; those that lie in the vault are not looked at. */
public final class Verifier {

    private final Trust trust;

    public Verifier(PublicKey key) {
        this(Trust.of(key));
    }

    public Verifier(Trust trust) {
        this.trust = trust;
    }

    /**
     * Every discrepancy that was found, in the order of the log; empty when all is as it was sealed. Whatever a vault makes the
     * check stumble over is a discrepancy too.
     */
    public List<Discrepancy> check(Path folder) {
        return steps(folder, Optional.empty()).stream()
                .flatMap(step -> step.found().stream())
                .toList();
    }

    /** The same step by step, with an older checkpoint of the log if somebody kept one. */
    public List<Step> steps(Path folder, Optional<Checkpoint> since) {
        return steps(new FolderHolding(new Layout(folder)), since);
    }

    /** The same of a vault that lies elsewhere. */
    public List<Step> steps(Holding holding, Optional<Checkpoint> since) {
        List<Step> steps = new ArrayList<>();
        Name name = Name.LOG;
        List<Discrepancy> found = new ArrayList<>();
        try {
            LogCheck log = new LogCheck(holding, trust, found);
            log.check();
            steps.add(log.step());
            name = Name.EVIDENCE;
            found = new ArrayList<>();
            new SealedFiles(holding, found).check(log.leaves());
            new BookCheck(holding, log, found).check(log.leaves());
            new DeliveryCheck(holding, log, found).check();
            steps.add(Step.of(Name.EVIDENCE, found, "What the log sealed is here, and nothing else."));
            name = Name.SINCE;
            found = new ArrayList<>();
            steps.add(log.since(since, true));
        } catch (IOException | RuntimeException e) {
            steps.add(brokenOff(name, found, e));
        }
        for (Name next : List.of(Name.EVIDENCE, Name.SINCE)) {
            if (next.compareTo(steps.get(steps.size() - 1).name()) > 0) {
                steps.add(Step.notChecked(next, "An earlier step could not be made."));
            }
        }
        return List.copyOf(steps);
    }

    /** @param found until then */
    private static Step brokenOff(Name name, List<Discrepancy> found, Exception e) {
        String says = "Could not be read: " + e.getMessage();
        if (!(e instanceof VaultException vault && vault.isUnanswered())) {
            found.add(new Discrepancy(Code.UNREADABLE, "", says));
        }
        return found.isEmpty() ? Step.notChecked(name, says) : Step.of(name, found, "");
    }
}
