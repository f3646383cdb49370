package io.exhibit.run.mask;

import io.exhibit.evidence.Call;
import io.exhibit.evidence.Gap;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.RunRecord.Account;
import io.exhibit.evidence.RunRecord.Fact;
import io.exhibit.evidence.RunRecord.Part;
import io.exhibit.evidence.RunRecord.Unit;
import io.exhibit.evidence.Target;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Run records as a masked pack prints them. */
record MaskedRuns(Masker masker, MaskedBook book) {

    private static final Pattern UNIT = Pattern.compile("(.*/)?([0-9]{12})_([^/]*)");

    RunRecord of(RunRecord run) {
        List<Account> accounts = run.accounts().stream().map(this::account).toList();
        Map<String, String> digests = new TreeMap<>(run.digests());
        digests.computeIfPresent("book", (name, sha256) -> book.digest(sha256));
        digests.computeIfPresent("settings", (name, sha256) -> book.digest(sha256));
        return new RunRecord(
                run.id(),
                run.due(),
                run.started(),
                run.finished(),
                run.outcome(),
                masker.sentence(run.reason(), List.of()),
                endpoint(run.endpoint()),
                masker.value(Kind.IDENTITY, run.identity()),
                masker.value(Kind.ORGANIZATION, run.organization()),
                accounts,
                digests,
                run.units().stream().map(this::unit).toList());
    }

    String endpoint(String endpoint) {
        return endpoint.equals("aws") || endpoint.equals("simulated")
                ? endpoint
                : masker.value(Kind.ENDPOINT, endpoint);
    }

    private Account account(Account a) {
        return new Account(
                masker.value(Kind.ACCOUNT, a.id()),
                masker.value(Kind.ACCOUNT_NAME, a.name()),
                a.state(),
                a.path().equals("/") ? a.path() : masker.value(Kind.UNIT, a.path()),
                a.management());
    }

    Target target(Target target) {
        boolean account = target.account().matches("[0-9]{12}");
        return account ? new Target(masker.value(Kind.ACCOUNT, target.account()), target.region()) : target;
    }

    /** Name of a unit file, without the account in it. */
    String file(String name) {
        var unit = UNIT.matcher(name);
        return unit.matches()
                ? (unit.group(1) == null ? "" : unit.group(1))
                        + masker.value(Kind.ACCOUNT, unit.group(2))
                        + "_"
                        + unit.group(3)
                : name;
    }

    private Unit unit(Unit unit) {
        return new Unit(
                target(unit.target()),
                file(unit.file()),
                unit.bytes(),
                unit.sha256(),
                unit.parts().stream().map(this::part).toList());
    }

    private Part part(Part part) {
        return new Part(
                part.source(),
                part.calls(),
                part.requests(),
                part.items(),
                part.lists(),
                part.facts().stream()
                        .map(fact -> new Fact(call(fact.call()), fact.code(), fact.vanished()))
                        .toList(),
                part.gaps().stream().map(this::gap).toList(),
                part.offset(),
                part.length());
    }

    private Gap gap(Gap gap) {
        return new Gap(
                call(gap.call()),
                gap.cause(),
                gap.code(),
                masker.value(Kind.MESSAGE, gap.message()),
                masker.value(Kind.MESSAGE, gap.requestId()));
    }

    private Call call(Call call) {
        return new Call(call.operation(), call.subject().isEmpty() ? "" : masker.key(Kind.RESOURCE, call.subject()));
    }
}
