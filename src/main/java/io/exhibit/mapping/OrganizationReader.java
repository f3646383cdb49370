package io.exhibit.mapping;

import io.exhibit.control.Decision;
import io.exhibit.control.Document.Filed;
import io.exhibit.control.Framework;
import io.exhibit.control.Position;
import io.exhibit.control.Problem;
import io.exhibit.control.Register;
import io.exhibit.control.RiskAcceptance;
import io.exhibit.control.Scope;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Reads the organization's own book; every file of it may be missing. */
final class OrganizationReader {

    private static final Set<String> FILES =
            Set.of("scope.yaml", "parameters.yaml", "risk-acceptances.yaml", "documents.yaml", "decisions.yaml");
    private static final Set<String> ACCEPTANCE =
            Set.of("id", "assertion", "item", "account", "approver", "approved", "expires", "reason", "sample");
    private static final Set<String> FILED = Set.of("id", "title", "version", "approver", "approved", "digest");
    private static final Set<String> DECISION =
            Set.of("citation", "choice", "rationale", "document", "approver", "approved", "review");

    private final SourceFiles files;
    private final Problems problems;
    private final Signatures signatures;
    private final ScopeReader scope;
    private final Set<String> decided = new HashSet<>();
    private final Wide wide;

    OrganizationReader(SourceFiles files, Problems problems, Signatures signatures, Names conditions) {
        this.files = files;
        this.problems = problems;
        this.signatures = signatures;
        this.wide = new Wide(problems);
        this.scope = new ScopeReader(file("scope.yaml"), problems, signatures, conditions);
        files.all().forEach((path, file) -> {
            if (!FILES.contains(path) && !path.startsWith("registers/")) {
                problems.add("unknown-file", MappingReader.top(file.shown()), "Nothing reads this file.", hint(path));
            }
        });
    }

    /** Where a file begins, also one that is not there. */
    Position place(String name) {
        return MappingReader.top(Optional.ofNullable(files.all().get(name))
                .map(SourceFile::shown)
                .orElse("organization/" + name));
    }

    Scope scope() {
        return scope.scope();
    }

    Framework withOwners(Framework framework, Names citations) {
        Map<String, String> owners = scope.owners(citations);
        return framework.with(framework.controls().stream()
                .map(control -> control.ownedBy(owners.getOrDefault(control.citation(), "")))
                .toList());
    }

    Map<String, Register> registers(RegisterForms forms) {
        Map<String, Register> registers = new TreeMap<>();
        files.under("registers/").all().forEach((path, file) -> {
            String name = path.substring(0, path.lastIndexOf('.'));
            if (registers.put(name, new RegisterReader(problems, forms, signatures).read(name, file)) != null) {
                problems.add(
                        "duplicate-id",
                        MappingReader.top(file.shown()),
                        "The register " + name + " is there as .csv and as .yaml.",
                        "Keep one of the two.");
            }
        });
        return registers;
    }

    List<RiskAcceptance> acceptances(Names assertions) {
        List<RiskAcceptance> acceptances = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        each("risk-acceptances.yaml", ACCEPTANCE, fields -> {
            String id = fields.required("id");
            unique(ids, id, fields, "risk acceptance");
            String assertion = fields.required("assertion");
            known("unknown-assertion", assertion, assertions, fields, "assertion", "test");
            if (!fields.text("account").matches("|\\*|\\d{12}")) {
                problems.add(
                        "wrong-type",
                        fields.position("account"),
                        "account must be the 12 digits of an account, or '*' for every one.");
            }
            RiskAcceptance acceptance = new RiskAcceptance(
                    id,
                    assertion,
                    fields.required("item"),
                    fields.text("account"),
                    fields.text("approver"),
                    fields.date("approved"),
                    fields.date("expires"),
                    fields.text("reason"),
                    fields.yes("sample", false),
                    fields.position());
            if (!acceptance.sample()) {
                wide.check(fields, "item", "it would accept all that " + assertion + " ever finds");
                signatures.needs(fields, "approver", "approved", "expires", "reason");
                signatures.between(fields, acceptance.approved(), "expires", acceptance.expires());
            }
            acceptances.add(acceptance);
        });
        return acceptances;
    }

    Map<String, Filed> filed(Names documents) {
        Map<String, Filed> filed = new LinkedHashMap<>();
        Set<String> ids = new HashSet<>();
        each("documents.yaml", FILED, fields -> {
            String id = fields.required("id");
            known("unknown-document", id, documents, fields, "id", "document");
            Filed document = new Filed(
                    fields.text("title"),
                    fields.text("version"),
                    fields.text("approver"),
                    fields.date("approved"),
                    fields.text("digest"),
                    fields.position());
            if (!document.digest().matches("|[0-9a-fA-F]{64}")) {
                problems.add(
                        "wrong-type",
                        fields.position("digest"),
                        "digest must be 64 hexadecimal digits, not \"" + document.digest() + "\".",
                        "sha256sum FILE prints them.");
            }
            signatures.needs(fields, "title", "version", "approver", "approved");
            signatures.since(fields, document.approved());
            unique(ids, id, fields, "document");
            // An entry that is still to be filled in files nothing.
            if (fields.given("title")
                    || fields.given("version")
                    || fields.given("approver")
                    || fields.given("approved")) {
                filed.put(id, document);
            }
        });
        return filed;
    }

    /** @param open the addressable units, those on which there is something to decide */
    List<Decision> decisions(Names citations, Set<String> open, Names documents) {
        List<Decision> decisions = new ArrayList<>();
        each("decisions.yaml", DECISION, fields -> {
            String citation = fields.required("citation");
            AssertionReader.checkCitation(citation, fields.position("citation"), citations, problems);
            unique(decided, citation, fields, "decision on");
            String document = fields.text("document");
            known("unknown-document", document, documents, fields, "document", "document");
            Decision decision = new Decision(
                    citation,
                    fields.choice("choice", Decision.Choice.class, Decision.Choice.IMPLEMENTED),
                    fields.text("rationale"),
                    document,
                    fields.text("approver"),
                    fields.date("approved"),
                    fields.date("review"),
                    fields.position());
            if (citations.words().contains(citation) && !open.contains(citation)) {
                problems.add(
                        "not-addressable",
                        fields.position("citation"),
                        citation + " is not addressable: there is nothing to decide.");
            }
            if (decision.choice() == Decision.Choice.ALTERNATIVE && !fields.given("document")) {
                problems.add(
                        "missing-key",
                        fields.position("choice"),
                        "An alternative needs the document that describes it.",
                        "Add document with the id of one, such as MAN-18.");
            }
            signatures.needs(fields, "choice", "rationale", "approver", "approved", "review");
            signatures.between(fields, decision.approved(), "review", decision.review());
            // Nobody has decided while nobody has said what.
            if (fields.given("choice")) {
                decisions.add(decision);
            }
        });
        return decisions;
    }

    /** The units that have an entry among the decisions, whether it counts or not. */
    Set<String> decided() {
        return decided;
    }

    private static String hint(String path) {
        if (path.endsWith(".csv")) {
            return "A register stands in registers/.";
        }
        String near = Problem.didYouMean(path, FILES);
        return near.isEmpty()
                ? "Read are " + String.join(", ", new TreeSet<>(FILES)) + ", and what lies in registers/."
                : near;
    }

    private Optional<Node> file(String name) {
        SourceFile file = files.all().get(name);
        return file == null ? Optional.empty() : file.readIfAny(problems);
    }

    private void each(String name, Set<String> keys, Consumer<Fields> each) {
        file(name).ifPresent(node -> Lists.each(node, problems, item -> each.accept(new Fields(item, problems, keys))));
    }

    private void unique(Set<String> ids, String id, Fields fields, String what) {
        if (!ids.add(id)) {
            problems.add("duplicate-id", fields.position(), "The " + what + " " + id + " is there twice.");
        }
    }

    private void known(String code, String word, Names words, Fields fields, String key, String what) {
        words.check(word, code, fields.position(key), "No " + what + " is called " + word + ".", problems);
    }
}
