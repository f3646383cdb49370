package io.exhibit.render;

import io.exhibit.assessment.Day;
import io.exhibit.evidence.Call;
import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Gap;
import io.exhibit.evidence.Operation;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.RunRecord.Account;
import io.exhibit.evidence.RunRecord.Lists;
import io.exhibit.evidence.RunRecord.Outcome;
import io.exhibit.evidence.RunRecord.Part;
import io.exhibit.evidence.RunRecord.Unit;
import io.exhibit.evidence.Source;
import io.exhibit.evidence.Source.Scope;
import io.exhibit.evidence.Target;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** 31 days of runs: GuardDuty denied on three, two keys refused on one, no run on the 19th. */
final class SampleDays {

    static final List<Account> ACCOUNTS = List.of(
            new Account("111122223333", "management", "ACTIVE", "/", true),
            new Account("222233334444", "security", "ACTIVE", "/Security/Audit", false),
            new Account("333344445555", "claims-prod", "ACTIVE", "/Workloads/Production", false),
            new Account("444455556666", "portal-prod", "ACTIVE", "/Workloads/Production", false),
            new Account("555566667777", "sandbox", "ACTIVE", "/Sandbox", false),
            new Account("666677778888", "old-analytics", "SUSPENDED", "/", false));

    private static final List<String> REGIONS = List.of("us-east-1", "us-west-2", "eu-west-1");

    private SampleDays() {}

    static List<Source> sources() {
        return List.of(
                source("organizations", "AWS Organizations", Scope.ORGANIZATION, "organizations:ListAccounts"),
                source("artifact.reports", "AWS Artifact reports", Scope.ORGANIZATION, "artifact:ListReports"),
                source("iam.credential-report", "IAM credential report", Scope.ACCOUNT, "iam:GetCredentialReport"),
                source("kms.keys", "KMS keys", Scope.REGION, "kms:ListKeys", "kms:DescribeKey", "kms:GetKeyPolicy"),
                source("ec2.security-groups", "Security groups", Scope.REGION, "ec2:DescribeSecurityGroups"),
                source("guardduty.detectors", "GuardDuty detectors", Scope.REGION, "guardduty:ListDetectors"),
                source("inspector2.findings", "Inspector findings", Scope.REGION, "inspector2:ListFindings"));
    }

    private static Source source(String key, String title, Scope scope, String... operations) {
        List<Operation> all = new ArrayList<>();
        for (String operation : operations) {
            all.add(new Operation(operation, Operation.Protocol.JSON, List.of(), "", List.of(operation), Set.of()));
        }
        return new Source(key, title, scope, all, List.of());
    }

    static List<Day> days() {
        List<Day> days = new ArrayList<>();
        for (int i = 0; i < SamplePack.PERIOD.days(); i++) {
            LocalDate date = SamplePack.PERIOD.first().plusDays(i);
            Instant due = date.atTime(LocalTime.of(2, 15)).toInstant(ZoneOffset.UTC);
            if (date.getDayOfMonth() == 19) {
                days.add(new Day(date, due, Optional.of(missed(due)), "The collector did not run"));
            } else {
                RunRecord run = run(date, due);
                days.add(new Day(
                        date,
                        due,
                        Optional.of(run),
                        run.outcome() == Outcome.GAPS ? "Some calls were not answered" : ""));
            }
        }
        return days;
    }

    private static String id(Instant due) {
        return due.toString().replace(":", "");
    }

    private static RunRecord missed(Instant due) {
        return new RunRecord(
                id(due),
                due,
                due,
                due,
                Outcome.MISSED,
                "The collector did not run",
                "aws",
                "",
                "",
                List.of(),
                Map.of(),
                List.of());
    }

    private static RunRecord run(LocalDate date, Instant due) {
        List<Unit> units = new ArrayList<>();
        for (Account account : ACCOUNTS) {
            if (account.state().equals("ACTIVE")) {
                units.add(unit(date, Target.global(account.id()), account.management()));
                REGIONS.forEach(region -> units.add(unit(date, new Target(account.id(), region), false)));
            }
        }
        boolean gaps = units.stream()
                .flatMap(u -> u.parts().stream())
                .anyMatch(p -> !p.gaps().isEmpty());
        return new RunRecord(
                id(due),
                due,
                due.plusSeconds(2),
                due.plusSeconds(900),
                gaps ? Outcome.GAPS : Outcome.COMPLETE,
                "",
                "http://127.0.0.1:4566",
                "arn:aws:sts::111122223333:assumed-role/ExhibitCollector/exhibit",
                "o-exh1b1torg",
                ACCOUNTS,
                Map.of(),
                units);
    }

    private static Unit unit(LocalDate date, Target target, boolean organization) {
        List<Part> parts = new ArrayList<>();
        for (Source source : sources()) {
            boolean here = switch (source.scope()) {
                case ORGANIZATION -> organization;
                case ACCOUNT -> target.isGlobal();
                case REGION -> !target.isGlobal();
            };
            if (here) {
                parts.add(new Part(
                        source.key(), 4, 6, 40, new Lists(1, 1, 3, 0), List.of(), gaps(date, target, source), 0, 4096));
            }
        }
        return new Unit(target, "units/" + target + ".warc.zst", 14_944, "ab".repeat(32), parts);
    }

    private static List<Gap> gaps(LocalDate date, Target target, Source source) {
        int day = date.getDayOfMonth();
        String where = target.toString() + " " + source.key();
        if (day >= 11 && day <= 13 && where.equals("333344445555/eu-west-1 guardduty.detectors")) {
            return List.of(new Gap(
                    Call.of("guardduty:ListDetectors"),
                    Cause.SCP_DENIED,
                    "AccessDeniedException",
                    "explicit deny in a service control policy p-guardrail7",
                    "099950d8-1600-46f0-a6b0-3d9c11e20b8f"));
        }
        if (day == 25 && where.equals("444455556666/us-east-1 kms.keys")) {
            return List.of(
                    refused("0d4f1c7e-9c52-4b61-8a7e-2f6f0d9a1b2c"), refused("7b1e1f54-3a8d-4c0b-9d43-1c2a5f6e7d80"));
        }
        return List.of();
    }

    private static Gap refused(String key) {
        return new Gap(
                Call.of("kms:DescribeKey", key),
                Cause.DENIED,
                "AccessDeniedException",
                "not allowed by the key's policy",
                "0cb1e29c-f9eb-4389-a0be-dbc48e81973e");
    }
}
