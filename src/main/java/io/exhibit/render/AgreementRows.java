package io.exhibit.render;

import io.exhibit.assessment.Inheritance;
import io.exhibit.assessment.Inheritance.Agreement;
import io.exhibit.evidence.RunRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Agreements with AWS: each as it is listed, and which of them reach each account in scope, and since when. */
final class AgreementRows {

    private final Inheritance inheritance;
    private final Accounts accounts;
    private final LocalDate last;

    AgreementRows(PackContent content, Accounts accounts) {
        this.inheritance = content.inheritance();
        this.accounts = accounts;
        this.last = content.assessment().period().last();
    }

    List<Map<String, Object>> all() {
        return inheritance.agreements().stream().map(this::agreement).toList();
    }

    private Map<String, Object> agreement(Agreement agreement) {
        return Map.of(
                "account", accounts.printed(agreement.account()),
                "name", agreement.name(),
                "id", agreement.id(),
                "covers",
                        agreement.organization().isEmpty()
                                ? "this account"
                                : "organization " + agreement.organization(),
                "since", Words.date(agreement.from()),
                "until", agreement.until() == null ? "no end given" : Words.date(agreement.until()),
                "state", agreement.state());
    }

    /** For each account in scope what covers it, by the newest reading: its own agreement, or one of the organization; a row for each. */
    List<Map<String, String>> covered() {
        List<Map<String, String>> rows = new ArrayList<>();
        accounts.all().stream()
                .map(RunRecord.Account::id)
                .filter(accounts.scope()::inScope)
                .forEach(account -> {
                    List<Agreement> by = inheritance.agreements().stream()
                            .filter(agreement -> covers(agreement, account) && inForce(agreement))
                            .toList();
                    by.forEach(agreement -> rows.add(coveredBy(account, agreement)));
                    if (by.isEmpty()) {
                        rows.add(covered(account, unlisted(account), "–", "–"));
                    }
                });
        return rows;
    }

    /** "not known" where nobody looked, and "" where nothing is listed. */
    private String unlisted(String account) {
        boolean unknown = inheritance.read().isEmpty()
                || !accounts.seen(account)
                || inheritance.agreementsUnread().contains(account);
        return unknown ? "not known: its agreements were not read" : "";
    }

    /** An agreement of the organization covers an account from the day on which it belongs to it, and no earlier than it takes effect. */
    private Map<String, String> coveredBy(String account, Agreement agreement) {
        LocalDate joined = inheritance.joined().get(account);
        LocalDate from = agreement.from();
        String since = from == null || joined == null ? "not known" : Words.date(joined.isAfter(from) ? joined : from);
        return covered(
                account,
                agreement.name() + " (" + agreement.state() + ", listed in " + accounts.printed(agreement.account())
                        + ")",
                from == null ? "not given" : Words.date(from),
                agreement.organization().isEmpty() && from != null ? Words.date(from) : since);
    }

    private Map<String, String> covered(String account, String by, String force, String since) {
        LocalDate joined = inheritance.joined().get(account);
        return Map.of(
                "account", accounts.printed(account),
                "by", by,
                "force", force,
                "joined", joined == null ? "not read" : Words.date(joined),
                "since", since);
    }

    private static boolean covers(Agreement agreement, String account) {
        return !agreement.organization().isEmpty() || agreement.account().equals(account);
    }

    /** On the day of the newest reading. */
    private boolean inForce(Agreement agreement) {
        return agreement.state().equals("ACTIVE")
                && (agreement.until() == null || !agreement.until().isBefore(last));
    }
}
