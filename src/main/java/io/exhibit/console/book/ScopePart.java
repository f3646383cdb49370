package io.exhibit.console.book;

import static io.exhibit.console.book.EntryField.YES_OR_NO;
import static io.exhibit.console.book.EntryField.approved;
import static io.exhibit.console.book.EntryField.approver;
import static io.exhibit.console.book.EntryField.choice;
import static io.exhibit.console.book.EntryField.line;

import java.util.List;
import java.util.Map;

/** A list of the scope: how one entry of it is called, what it says, and its fields. */
record ScopePart(String one, String lead, List<EntryField> fields) {

    private static final List<List<String>> MAYBE =
            List.of(List.of("", "nobody has said"), List.of("yes", "yes"), List.of("no", "no"));

    /** By the key of the file below which it stands. */
    static final Map<String, ScopePart> ALL = Map.of(
            "accounts",
            new ScopePart(
                    "account",
                    "Every account of the organization is in scope until it is taken out here, with a reason, a name and a date. While nobody has said whether it holds ePHI, what"
                            + " depends on it is not known.",
                    List.of(
                            line("id", "Account", "Its 12 digits.", true),
                            line("name", "Name", "", true),
                            choice("in_scope", "In scope", "", YES_OR_NO, true),
                            choice("ephi", "Holds ePHI", "", MAYBE, false),
                            line("reason", "Why it is out of scope, or holds none", "In a sentence.", false),
                            approver(),
                            approved())),
            "regions",
            new ScopePart(
                    "region",
                    "Every region that an account has enabled is in scope until it is taken out here. The name * stands for every region that is not named.",
                    List.of(
                            line("name", "Region", "Such as us-east-1, or * for all that are not named.", true),
                            choice("in_scope", "In scope", "", YES_OR_NO, true),
                            line("reason", "Why it is out of scope", "In a sentence.", false),
                            approver(),
                            approved())),
            "facts",
            new ScopePart(
                    "fact",
                    "Some paragraphs apply to some entities only. “no” takes them out of the conclusions and says who signed that; unsigned, they are not known.",
                    List.of(
                            line("name", "Fact", "As the framework names it.", true),
                            choice("value", "Does it apply", "", YES_OR_NO, true),
                            approver(),
                            approved())));

    /** The member by which an entry is known. */
    String key() {
        return fields.get(0).name();
    }
}
