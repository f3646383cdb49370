package io.exhibit.console;

import io.exhibit.assessment.Finding;
import io.exhibit.assessment.FindingDay;
import io.exhibit.assessment.Findings;
import io.exhibit.render.PackContent;
import io.exhibit.render.ScreenPages;
import io.exhibit.run.Overnight;
import io.exhibit.run.RunFigures;
import io.exhibit.run.watch.Alarm;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How things stand: the month so far, judged, and what needs a person. */
public final class Standing {

    private final PackContent month;
    private final Map<String, Object> words;
    private final List<Finding> findings;
    private final List<FindingDay> byDay;
    private final Names names;
    private final List<RunFigures> figures;
    private final CoverageMarks coverage;
    private final List<Alarm> alarms;
    private final List<Next> next;
    private final List<Pack> packs;
    private final Optional<Overnight> overnight;
    private final Instant at;
    private final Optional<String> pack;

    /**
     * A pack that the log has, or a draft that waits for its approval.
     *
     * @param sha256 of the zip, or of the draft's PDF
     * @param period that it is of, or "" where its name does not tell
     * @param issued when the log got it; empty of a draft
     * @param newest whether no later issue of the same period is in the log
     * @param approved by whom and when; empty where nobody had to
     * @param receipts to whom it was handed over, each in one line
     */
    public record Pack(
            String name,
            boolean draft,
            String sha256,
            String period,
            Optional<Instant> issued,
            boolean newest,
            Optional<String> approved,
            List<String> receipts) {

        public Pack {
            receipts = List.copyOf(receipts);
        }
    }

    /** When something is due next, in words. */
    public record Next(String what, String when) {}

    /**
     * Of a month.
     *
     * @param alarms what goes on, the gravest first
     * @param packs newest first
     * @param overnight what changed since the day before; empty when there is none to compare with
     * @param at when it was worked out
     */
    public Standing(
            PackContent month,
            List<Alarm> alarms,
            List<Next> next,
            List<Pack> packs,
            Optional<Overnight> overnight,
            Instant at) {
        this(month, alarms, next, packs, overnight, at, Optional.empty());
    }

    /** Of the month behind a pack, when it was issued. */
    public static Standing ofPack(String pack, PackContent month, Instant issued) {
        return new Standing(month, List.of(), List.of(), List.of(), Optional.empty(), issued, Optional.of(pack));
    }

    private Standing(
            PackContent month,
            List<Alarm> alarms,
            List<Next> next,
            List<Pack> packs,
            Optional<Overnight> overnight,
            Instant at,
            Optional<String> pack) {
        this.month = month;
        this.pack = pack;
        this.alarms = List.copyOf(alarms);
        this.next = List.copyOf(next);
        this.packs = List.copyOf(packs);
        this.overnight = overnight;
        this.at = at;
        this.words = ScreenPages.words(month);
        this.names = new Names(month);
        this.figures = month.runs().stream().map(RunFigures::of).toList();
        this.coverage = new CoverageMarks(
                month.assessment().days(),
                month.runs(),
                month.assessment().book().scope());
        this.findings = new Findings(month.assessment()).everything();
        this.byDay = FindingDay.of(findings, month.assessment().period());
    }

    /** The pack whose month it is; empty for one that goes on. */
    Optional<String> pack() {
        return pack;
    }

    PackContent month() {
        return month;
    }

    /** The month as a pack would print it. */
    Map<String, Object> words() {
        return words;
    }

    List<Finding> findings() {
        return findings;
    }

    List<FindingDay> byDay() {
        return byDay;
    }

    Names names() {
        return names;
    }

    /** Of each run of the month, in its order. */
    List<RunFigures> figures() {
        return figures;
    }

    CoverageMarks coverage() {
        return coverage;
    }

    List<Alarm> alarms() {
        return alarms;
    }

    List<Next> next() {
        return next;
    }

    List<Pack> packs() {
        return packs;
    }

    Optional<Overnight> overnight() {
        return overnight;
    }

    Instant at() {
        return at;
    }
}
