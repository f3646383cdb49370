package io.exhibit.console.frame;

import io.exhibit.assessment.Finding;
import io.exhibit.assessment.FindingDay;
import io.exhibit.assessment.Findings;
import io.exhibit.console.page.Names;
import io.exhibit.evidence.Target;
import io.exhibit.render.PackContent;
import io.exhibit.render.ScreenPages;
import io.exhibit.run.Overnight;
import io.exhibit.run.RunFigures;
import io.exhibit.run.watch.Alarm;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
    private final Beside beside;
    private final Optional<Overnight> overnight;
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
     * What stands beside a month and does not bear on how it is judged.
     *
     * @param alarms what goes on, the gravest first
     * @param packs newest first
     * @param at when it was looked up
     */
    public record Beside(List<Alarm> alarms, List<Next> next, List<Pack> packs, Instant at) {

        public Beside {
            alarms = List.copyOf(alarms);
            next = List.copyOf(next);
            packs = List.copyOf(packs);
        }
    }

    /**
     * Of a month.
     *
     * @param overnight what changed since the day before; empty when there is none to compare with
     */
    public Standing(PackContent month, Optional<Overnight> overnight, Beside beside) {
        this(month, overnight, beside, Optional.empty());
    }

    /** Of the month behind a pack, when it was issued. */
    public static Standing ofPack(String pack, PackContent month, Instant issued) {
        return new Standing(
                month, Optional.empty(), new Beside(List.of(), List.of(), List.of(), issued), Optional.of(pack));
    }

    private Standing(PackContent month, Optional<Overnight> overnight, Beside beside, Optional<String> pack) {
        this.month = month;
        this.pack = pack;
        this.beside = beside;
        this.overnight = overnight;
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

    private Standing(Standing same, Beside beside) {
        this.month = same.month;
        this.pack = same.pack;
        this.beside = beside;
        this.overnight = same.overnight;
        this.words = same.words;
        this.names = same.names;
        this.figures = same.figures;
        this.coverage = same.coverage;
        this.findings = same.findings;
        this.byDay = same.byDay;
    }

    /** The same month with what stands beside it by now. */
    public Standing beside(Beside now) {
        return new Standing(this, now);
    }

    /** Where the room of a pack is. */
    public static String room(String pack) {
        return "/packs/" + URLEncoder.encode(pack, StandardCharsets.UTF_8);
    }

    /** The pack whose month it is; empty for one that goes on. */
    Optional<String> pack() {
        return pack;
    }

    public PackContent month() {
        return month;
    }

    /** The month as a pack would print it. */
    Map<String, Object> words() {
        return words;
    }

    public List<Finding> findings() {
        return findings;
    }

    /** The life of one item that deviated from a test in the month. */
    public Optional<Finding> finding(String test, Target target, String key) {
        return findings.stream()
                .filter(each -> each.history().key().equals(key)
                        && each.history().target().equals(target)
                        && each.test().assertion().id().equals(test))
                .findFirst();
    }

    public List<FindingDay> byDay() {
        return byDay;
    }

    public Names names() {
        return names;
    }

    /** Of each run of the month, in its order. */
    public List<RunFigures> figures() {
        return figures;
    }

    public CoverageMarks coverage() {
        return coverage;
    }

    /** What needs a person, as it is now and not as the month ended. */
    public List<Alarm> alarms() {
        return beside.alarms();
    }

    /** What is due next, as the schedule has it now. */
    public List<Next> next() {
        return beside.next();
    }

    /** Every pack and draft, of whatever month. */
    public List<Pack> packs() {
        return beside.packs();
    }

    public Optional<Overnight> overnight() {
        return overnight;
    }

    /** When it was looked at last, by the clock of this machine. */
    public Instant at() {
        return beside.at();
    }
}
