package io.exhibit.run;

import io.exhibit.assessment.Change.Night;
import io.exhibit.evidence.Evidence.Coverage;
import io.exhibit.evidence.Exchange;
import io.exhibit.evidence.Record;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.RunRecord.Account;
import io.exhibit.evidence.RunRecord.Part;
import io.exhibit.evidence.Sha256;
import io.exhibit.evidence.Target;
import io.exhibit.read.RunEvidence;
import io.exhibit.read.RunEvidence.Exchanges;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** A sealed night at one target, source by source: first whether its answers are those of another night, then as records where they are not. */
final class SealedNight {

    /** Of a part as it lies in the vault, in bytes: its exchanges are kept between the two, a larger one is read twice. */
    private static final long SMALL = 64 << 10;

    private final Night night;
    private final RunRecord run;
    private final Target target;
    private final Vault sealed;
    private final RunEvidence evidence;
    private final Map<String, Part> parts = new HashMap<>();
    private List<Exchange> kept;

    /** @param run with no units but the target's */
    SealedNight(
            Night night,
            RunRecord run,
            Target target,
            Vault sealed,
            BiFunction<RunRecord, Exchanges, RunEvidence> evidence) {
        this.night = night;
        this.run = run;
        this.target = target;
        this.sealed = sealed;
        this.evidence = evidence.apply(run, this::each);
        run.units().forEach(unit -> unit.parts().forEach(part -> parts.put(part.source(), part)));
    }

    Night night() {
        return night;
    }

    Optional<Account> account() {
        return run.accounts().stream()
                .filter(account -> account.id().equals(target.account()))
                .findFirst();
    }

    /** Whether the run holds a part for that source, be it only gaps. */
    boolean asked(String source) {
        return parts.containsKey(source);
    }

    /** Whether its file is one of these, by their names in the vault. */
    boolean isOf(Set<String> files) {
        return run.units().stream().anyMatch(unit -> files.contains("runs/" + run.id() + "/" + unit.file()));
    }

    List<Coverage> read(List<String> readings, Consumer<Record> each) {
        return evidence.read(target, readings, each);
    }

    void forget() {
        kept = null;
    }

    private void each(Target here, String source, Consumer<Exchange> each) throws IOException {
        if (kept != null) {
            kept.forEach(each);
        } else {
            sealed.exchanges(run, here, source, each);
        }
    }

    /** What was answered, as a digest: two nights with the same one read the same. */
    String fingerprint(String source) throws IOException {
        Part part = parts.get(source);
        MessageDigest digest = Sha256.streaming();
        add(digest, part.calls() > 0 ? "asked" : "not asked");
        part.gaps().forEach(gap -> add(digest, "gap " + gap.call() + " " + gap.cause() + " " + gap.code()));
        part.facts().forEach(fact -> add(digest, "fact " + fact.call() + " " + fact.code() + " " + fact.vanished()));
        List<Exchange> read = part.length() <= SMALL ? new ArrayList<>() : null;
        if (part.length() > 0) {
            sealed.exchanges(run, target, source, exchange -> {
                if (read != null) {
                    read.add(exchange);
                }
                add(digest, exchange);
            });
        }
        kept = read;
        return Sha256.hex(digest);
    }

    private static void add(MessageDigest digest, Exchange exchange) {
        if (exchange.outcome() == Exchange.Outcome.ANSWER || exchange.outcome() == Exchange.Outcome.FACT) {
            byte[] body = exchange.response().body();
            add(digest, exchange.outcome() + " " + exchange.call() + " " + body.length);
            byte[] id = exchange.requestId().getBytes(StandardCharsets.UTF_8);
            // XML answers carry the id of their request, which is another one every night.
            int at = id.length == 0 ? -1 : indexOf(body, id);
            if (at < 0) {
                digest.update(body);
            } else {
                digest.update(body, 0, at);
                digest.update(body, at + id.length, body.length - at - id.length);
            }
        }
    }

    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + " ").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }

    /** Looks from the end, where all but EC2 have it; EC2 has it at the beginning, found last. */
    private static int indexOf(byte[] body, byte[] id) {
        for (int at = body.length - id.length; at >= 0; at--) {
            int same = 0;
            while (same < id.length && body[at + same] == id[same]) {
                same++;
            }
            if (same == id.length) {
                return at;
            }
        }
        return -1;
    }
}
