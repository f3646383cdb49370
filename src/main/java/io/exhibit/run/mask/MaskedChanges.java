package io.exhibit.run.mask;

import io.exhibit.assessment.Change;
import io.exhibit.assessment.Changes;
import io.exhibit.evidence.Target;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Changes as a masked pack tells them: kinds, days and AWS's names of members stay, whatever stood there is masked. */
record MaskedChanges(Masker masker, MaskedRuns runs) {

    Changes of(Changes changes) {
        return new Changes(
                changes.base(),
                changes.kinds(),
                changes.all().stream().map(this::change).toList(),
                changes.unread().stream().map(this::unread).toList(),
                changes.begun().stream()
                        .map(one -> new Changes.Begun(
                                one.kind(), one.reading(), runs.target(one.target()), one.day(), one.items()))
                        .toList(),
                changes.apart());
    }

    private Change change(Change change) {
        Kind kind = kind(change.reading());
        return new Change(
                change.kind(),
                change.reading(),
                change.how(),
                runs.target(change.target()),
                masker.value(kind, change.key()),
                masker.value(kind, change.name()),
                change.seen(),
                change.before(),
                change.differences().stream().map(this::difference).toList(),
                change.approval().map(this::approved));
    }

    private Change.Difference difference(Change.Difference d) {
        // A map has the entity's own names where a structure has AWS's.
        String member = Arrays.stream(d.member().split("\\."))
                .map(name -> masker.key(Kind.TEXT, name))
                .collect(Collectors.joining("."));
        return new Change.Difference(member, values(d.of()), values(d.before()), values(d.after()));
    }

    private List<String> values(List<String> texts) {
        return texts.stream().map(text -> masker.value(Kind.TEXT, text)).toList();
    }

    private Change.Approved approved(Change.Approved given) {
        return new Change.Approved(
                given.register(),
                masker.value(Kind.DOCUMENT, given.reference()),
                masker.value(Kind.PERSON, given.approver()),
                given.on(),
                masker.value(Kind.TEXT, given.reason()));
    }

    private Changes.Unread unread(Changes.Unread one) {
        Target target = runs.target(one.target());
        return new Changes.Unread(
                one.kind(),
                one.reading(),
                target,
                one.from(),
                one.until(),
                one.last(),
                one.again(),
                masker.sentence(one.why(), List.of("{operation}: {cause}")));
    }

    private static Kind kind(String reading) {
        return switch (reading) {
            case "iam.users" -> Kind.USER;
            case "iam.groups" -> Kind.GROUP;
            case "iam.roles" -> Kind.ROLE;
            case "iam.policies", "organizations.policies", "organizations.resource-policies" -> Kind.POLICY;
            case "organizations.accounts" -> Kind.ACCOUNT;
            case "organizations.units" -> Kind.UNIT;
            default -> Kind.RESOURCE;
        };
    }
}
