package io.exhibit.control;

import io.exhibit.evidence.Target;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the pack is about.
 *
 * @param entity name of the covered entity or business associate
 * @param kind "Covered entity", "Business associate"
 * @param official name and role of the person who signs for it (45 CFR 164.308(a)(2)), or ""
 * @param accounts declared accounts by id; one that is not declared is in scope, and whether it holds ePHI is unknown
 * @param regions declared regions by name, {@code *} for every one that is not named; without that entry such a region is in scope
 * @param system what the entity says of its own system, or {@link Description#NONE}
 * @param facts signed facts about the entity by name (group_health_plan, clearinghouse, other_government_entity)
 * @param contact whom to ask for the public key, the zip of a pack and later issues, in the entity's words, or ""
 */
public record Scope(
        String entity,
        String kind,
        String classification,
        String official,
        Map<String, AccountScope> accounts,
        Map<String, RegionScope> regions,
        Map<String, Fact> facts,
        Description system,
        String contact) {

    /** Name of the entry for every region that is not named. */
    public static final String OTHERS = "*";

    /** One for which nobody signs. */
    public Scope(
            String entity,
            String kind,
            String classification,
            Map<String, AccountScope> accounts,
            Map<String, RegionScope> regions,
            Map<String, Fact> facts) {
        this(entity, kind, classification, "", accounts, regions, facts, Description.NONE, "");
    }

    /** Every region in scope. */
    public Scope(
            String entity,
            String kind,
            String classification,
            Map<String, AccountScope> accounts,
            Map<String, Fact> facts) {
        this(entity, kind, classification, accounts, Map.of(), facts);
    }

    /** Which applications hold which data, how it flows and who uses them, in the entity's words; it counts when signed. */
    public record Description(String text, String approver, LocalDate approved) {

        public static final Description NONE = new Description("", "", null);

        /** Whether a person and a day stand below it; unsigned it counts for nothing. */
        public boolean signed() {
            return !approver.isBlank() && approved != null;
        }
    }

    /** A declared account; {@code ephi} is empty while nobody has said. */
    public record AccountScope(
            String id,
            String name,
            boolean inScope,
            Optional<Boolean> ephi,
            String reason,
            String approver,
            LocalDate approved) {}

    /** A declared region; one that is out of scope has reason, approver and date. */
    public record RegionScope(
            String name, boolean inScope, String reason, String approver, LocalDate approved, Position position) {}

    /** A fact about the entity; it counts when signed. */
    public record Fact(String name, boolean value, String approver, LocalDate approved) {
        /** Whether a person and a day stand below it; unsigned it counts for nothing. */
        public boolean signed() {
            return !approver.isBlank() && approved != null;
        }
    }

    /** The same with those facts alone on which a framework's units depend. */
    public Scope asking(Framework framework) {
        Map<String, Fact> asked = new LinkedHashMap<>(facts);
        asked.keySet()
                .retainAll(framework.controls().stream().map(Control::condition).toList());
        return new Scope(entity, kind, classification, official, accounts, regions, asked, system, contact);
    }

    /** As it counts on a day: what somebody approves only later is not approved yet, so that nothing leaves the scope before. */
    public Scope on(LocalDate day) {
        Map<String, AccountScope> then = new LinkedHashMap<>(accounts);
        then.replaceAll((id, a) -> later(a.approved(), day)
                ? new AccountScope(
                        id, a.name(), true, a.ephi().filter(holds -> holds), a.reason(), a.approver(), a.approved())
                : a);
        Map<String, RegionScope> there = new LinkedHashMap<>(regions);
        there.replaceAll((name, r) -> later(r.approved(), day)
                ? new RegionScope(name, true, r.reason(), r.approver(), r.approved(), r.position())
                : r);
        Map<String, Fact> signed = new LinkedHashMap<>(facts);
        signed.replaceAll((name, f) -> later(f.approved(), day) ? new Fact(name, f.value(), f.approver(), null) : f);
        return new Scope(entity, kind, classification, official, then, there, signed, described(day), contact);
    }

    private Description described(LocalDate day) {
        return later(system.approved(), day) ? new Description(system.text(), system.approver(), null) : system;
    }

    private static boolean later(LocalDate approved, LocalDate day) {
        return approved != null && approved.isAfter(day);
    }

    /** Whether somebody signed that a unit with this condition does not apply to the entity. */
    public boolean excludes(Control control) {
        Fact fact = facts.get(control.condition());
        return fact != null && fact.signed() && !fact.value();
    }

    /** An account that the scope does not name is in scope. */
    public boolean inScope(String account) {
        AccountScope declared = accounts.get(account);
        return declared == null || declared.inScope();
    }

    /** Whether a target's account and region are both in scope; what has no region belongs to its account alone. */
    public boolean inScope(Target target) {
        return inScope(target.account())
                && region(target).map(RegionScope::inScope).orElse(true);
    }

    /** What was declared of a target's region; empty when nothing was, and for what has no region. */
    public Optional<RegionScope> region(Target target) {
        return target.isGlobal()
                ? Optional.empty()
                : Optional.ofNullable(regions.getOrDefault(target.region(), regions.get(OTHERS)));
    }
}
