package io.exhibit.cli.bench;

import io.exhibit.cli.bench.Hardships.Hardship;
import io.exhibit.cli.bench.Hardships.Kind;
import io.exhibit.cli.terminal.JsonWords;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.RunRecord.Outcome;
import io.exhibit.run.CatchUp;
import io.exhibit.run.DueHistory;
import io.exhibit.schedule.Cron;
import io.exhibit.seal.SigningKey;
import io.exhibit.seal.Vault;
import io.exhibit.seal.Verifier;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Holds the log of a simulated node against what befell it. */
final class ScheduleAccount {

    private final Wiring wiring;
    private final List<Hardship> befell;
    private final Instant start;
    private final Instant end;
    private final List<String> wrong = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private final Map<String, Integer> counts = new TreeMap<>();

    ScheduleAccount(Wiring wiring, List<Hardship> befell, Instant start, Instant end) {
        this.wiring = wiring;
        this.befell = befell;
        this.start = start;
        this.end = end;
    }

    List<String> check() throws IOException {
        Cron cron = wiring.settings().schedule().collect();
        ZoneId zone = cron.zone();
        List<Instant> expected = cron.between(start, end);
        List<LocalDate> dates = LocalDate.ofInstant(start, zone)
                .datesUntil(LocalDate.ofInstant(end, zone))
                .toList();
        require(
                expected.stream()
                        .map(due -> LocalDate.ofInstant(due, zone))
                        .toList()
                        .equals(dates),
                "a day has no due collection, or two");
        try (Vault vault = wiring.vaultToRead()) {
            List<DueHistory> all = DueHistory.of(vault, cron, zone, start, end);
            for (DueHistory due : all) {
                account(due, cron);
            }
            nothingTwice(vault, Set.copyOf(expected));
            packs(vault, zone);
            lines.add("due " + all.size() + ": " + counts);
        }
        SigningKey key = SigningKey.load(wiring.settings().key());
        require(
                new Verifier(key.publicKey())
                        .check(wiring.settings().vault().folder().orElseThrow())
                        .isEmpty(),
                "the vault does not verify");
        return wrong;
    }

    List<String> lines() {
        return lines;
    }

    private void account(DueHistory due, Cron cron) {
        Optional<Hardship> hardship =
                befell.stream().filter(h -> covers(h, due.due())).findFirst();
        Outcome outcome = due.run().map(RunRecord::outcome).orElse(null);
        String reason = due.run().map(RunRecord::reason).orElse("");
        boolean evidence = outcome == Outcome.COMPLETE || outcome == Outcome.GAPS;
        Kind kind = hardship.map(Hardship::kind).orElse(null);
        boolean right = kind == null
                ? evidence
                : switch (kind) {
                    case DOWN, ASLEEP, DIED -> outcome == Outcome.MISSED && reason.startsWith("no run began");
                    case PAUSED -> outcome == Outcome.MISSED && reason.startsWith("paused since ");
                    case REFUSED -> outcome == Outcome.FAILED;
                    // What was being read when it was told to stop may have been all there was.
                    case STOPPED ->
                        evidence
                                || outcome == Outcome.FAILED
                                        && (lasts(hardship.get(), 6 * 60)
                                                || reason.contains("nothing of it had been kept"));
                };
        String what = (kind == null ? "quiet" : JsonWords.lower(kind)) + " "
                + (outcome == null ? "not in the log" : JsonWords.lower(outcome).replace("gaps", "complete"))
                + (due.instead().isPresent() ? " and caught up" : "");
        counts.merge(what, 1, Integer::sum);
        require(right, due.due() + " " + what + ": " + reason);
        boolean owed = hardship.isPresent() && !evidence && kind != Kind.PAUSED && kind != Kind.REFUSED;
        if (owed) {
            caughtUp(due, hardship.get(), cron);
        }
        require(kind != Kind.PAUSED || due.instead().isEmpty(), due.due() + " was paused, and caught up");
    }

    /** The last due instant of an absence, unless the next one is near when the node comes back. */
    private void caughtUp(DueHistory due, Hardship hardship, Cron cron) {
        Instant next = cron.next(hardship.to()).orElseThrow();
        boolean last = cron.next(due.due()).orElseThrow().isAfter(hardship.to());
        Duration left = Duration.between(hardship.to(), next);
        if (last && left.toMinutes() > 95 && next.isBefore(end)) {
            require(
                    due.instead().isPresent(),
                    due.due() + " was not caught up, though the node was back at " + hardship);
        }
        require(last || due.instead().isEmpty(), due.due() + " was caught up, though it was not the last");
    }

    /** A minute is Quartz's: what it finds within it is carried out late. */
    private static boolean covers(Hardship hardship, Instant due) {
        Instant to = hardship.kind() == Kind.ASLEEP ? hardship.to().minusSeconds(60) : hardship.to();
        return hardship.kind() == Kind.STOPPED || hardship.kind() == Kind.DIED
                ? hardship.from().equals(due) || due.isAfter(hardship.from()) && due.isBefore(hardship.to())
                : !due.isBefore(hardship.from()) && due.isBefore(to);
    }

    private static boolean lasts(Hardship hardship, int minutes) {
        return Duration.between(hardship.from(), hardship.to()).toMinutes() >= minutes;
    }

    private void nothingTwice(Vault vault, Set<Instant> expected) throws IOException {
        Map<Instant, Integer> ran = new HashMap<>();
        Map<Instant, Integer> stoodIn = new HashMap<>();
        int goneOn = 0;
        for (String id : vault.runIds()) {
            RunRecord run = vault.run(id);
            boolean evidence = run.outcome() == Outcome.COMPLETE || run.outcome() == Outcome.GAPS;
            goneOn += run.reason().contains("gone on with at") ? 1 : 0;
            if (evidence || run.outcome() == Outcome.MISSED) {
                ran.merge(run.due(), 1, Integer::sum);
            }
            Optional<Instant> instead = CatchUp.standsInFor(run);
            if (evidence && instead.isPresent()) {
                stoodIn.merge(instead.get(), 1, Integer::sum);
            }
            require(expected.contains(run.due()) || instead.isPresent(), "nobody asked for " + id);
        }
        ran.forEach((due, times) -> require(times == 1, due + " is in the log " + times + " times"));
        stoodIn.forEach((due, times) -> require(times == 1, due + " was caught up " + times + " times"));
        lines.add("runs and missed ones " + ran.size() + ", gone on with " + goneOn + ", in the place of another "
                + stoodIn.size());
    }

    private void packs(Vault vault, ZoneId zone) {
        Set<String> owed = new TreeSet<>();
        YearMonth first = YearMonth.from(start.atZone(zone));
        for (Instant due : wiring.settings().schedule().pack().between(start, end)) {
            YearMonth month = YearMonth.from(due.atZone(zone)).minusMonths(1);
            if (!month.isBefore(first)) {
                owed.add(wiring.settings().packName(month));
            }
        }
        require(
                vault.packs().keySet().equals(owed),
                "packs are " + vault.packs().keySet() + ", not " + owed);
        lines.add("packs " + vault.packs().size() + " of " + owed.size());
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            wrong.add(otherwise);
        }
    }
}
