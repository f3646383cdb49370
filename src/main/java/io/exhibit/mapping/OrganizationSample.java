package io.exhibit.mapping;

import io.exhibit.control.Control;
import io.exhibit.control.Control.Obligation;
import io.exhibit.control.Document;
import io.exhibit.control.Framework;
import io.exhibit.control.Parameter;
import io.exhibit.control.Problem;
import io.exhibit.evidence.RunRecord.Account;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An organization's book to start from: the commented files that come with the program, filled with what is known. Nothing of it
 * counts before somebody has signed it: accounts and regions are in scope anyway, registers hold samples, and the entries of
 * decisions and documents are empty.
 */
public final class OrganizationSample {

    /**
     * The set.
     *
     * @param files texts by path below the folder
     * @param problems of the mapping that it is made for
     */
    public record Result(SortedMap<String, String> files, List<Problem> problems) {}

    private static final String FOLDER = "organization/";

    private final SourceFiles mapping;
    private final SourceFiles samples;
    private final Problems problems;
    private final SortedMap<String, String> files = new TreeMap<>();

    private OrganizationSample(SourceFiles mapping, Problems problems) {
        this.mapping = mapping;
        this.samples = SourceFiles.bundled(problems).under(FOLDER);
        this.problems = problems;
    }

    /**
     * Makes it.
     *
     * @param mappings the folder, or {@code null} for the copy that travels in the jar
     * @param accounts in the order in which they are to stand there; names are whatever AWS says
     */
    public static Result of(Path mappings, String framework, List<Account> accounts, List<String> regions) {
        Problems problems = new Problems();
        SourceFiles mapping = mappings == null ? SourceFiles.bundled(problems) : SourceFiles.folder(mappings, problems);
        OrganizationSample sample = new OrganizationSample(mapping, problems);
        sample.fill(framework, accounts, regions);
        return new Result(sample.files, problems.list());
    }

    private void fill(String id, List<Account> accounts, List<String> regions) {
        SourceFiles none = SourceFiles.of(Map.of());
        Frameworks frameworks = new Frameworks(mapping, problems);
        Framework framework = frameworks.read(id);
        Names citations = frameworks.citations();
        RegisterForms forms = new RegisterForms(mapping, problems);
        AssertionReader assertions = new AssertionReader(problems, citations, forms.names());
        assertions.read(mapping.under("assertions/"));
        List<Document> documents = new DocumentReader(problems, citations, Names.NONE).read(mapping, Map.of());
        Map<String, Parameter> parameters = new ParameterReader(problems).read(mapping, none);

        files.put("scope.yaml", scope(accounts, regions));
        files.put("parameters.yaml", head("parameters.yaml") + parameters(parameters));
        files.put("decisions.yaml", head("decisions.yaml") + decisions(framework));
        files.put("documents.yaml", head("documents.yaml") + documents(documents));
        // Without a test there is nothing whose deviation could be accepted.
        assertions.sound().stream()
                .findFirst()
                .ifPresent(first -> files.put(
                        "risk-acceptances.yaml",
                        assertions.ids().words().contains("IAM-01")
                                ? shipped("risk-acceptances.yaml")
                                : shipped("risk-acceptances.yaml").replace("IAM-01", Quoted.text(first.id()))));
        registers(forms);
    }

    private String scope(List<Account> accounts, List<String> regions) {
        StringBuilder found = new StringBuilder();
        for (Account account : accounts) {
            String state =
                    account.state().matches("[A-Z_]{1,40}") && !account.state().equals("ACTIVE")
                            ? "  # " + account.state()
                            : account.management() ? "  # the management account" : "";
            found.append("- id: '").append(account.id()).append("'").append(state);
            found.append("\n  name: ").append(Quoted.text(account.name()));
            found.append("\n  ephi:\n  approver:\n  approved:\n");
        }
        StringBuilder named = new StringBuilder();
        regions.forEach(
                region -> named.append("- name: ").append(Quoted.text(region)).append('\n'));
        return shipped("scope.yaml")
                .replace("\naccounts:\n", "\naccounts:\n" + found)
                .replace("\nregions:\n", "\nregions:\n" + named);
    }

    /** Every threshold with the comment above it, the tool's value and the unit, to be uncommented. */
    private String parameters(Map<String, Parameter> parameters) {
        StringBuilder text =
                new StringBuilder("\n# All of them, with the values that hold while nothing stands here:\n");
        SourceFile defaults = mapping.all().get("parameters.yaml");
        List<String> lines = defaults == null
                ? List.of()
                : new String(defaults.bytes(), StandardCharsets.UTF_8).lines().toList();
        List<Parameter> ordered = new ArrayList<>(parameters.values());
        ordered.sort(Comparator.comparingInt(p -> p.position().line()));
        for (Parameter parameter : ordered) {
            text.append("#\n");
            comments(lines, parameter)
                    .forEach(line -> text.append("#   ").append(line).append('\n'));
            String value = parameter.value() instanceof List<?> list
                    ? Quoted.list(list)
                    : parameter.value() instanceof String word
                            ? Quoted.text(word)
                            : parameter.value().toString();
            String unit = parameter.unit().isEmpty() ? "" : "  # " + Quoted.comment(parameter.unit());
            text.append("# ")
                    .append(parameter.name())
                    .append(":\n#   value: ")
                    .append(value)
                    .append(unit);
            text.append("\n#   policy: ''\n");
        }
        return text.toString();
    }

    /** The lines of comment right above an entry of the defaults. */
    private static List<String> comments(List<String> lines, Parameter parameter) {
        int last = parameter.position().line() - 1;
        while (last > 0 && !lines.get(last).startsWith(parameter.name())) {
            last--;
        }
        int first = last;
        while (first > 0 && lines.get(first - 1).startsWith("#")) {
            first--;
        }
        return first > 1 ? lines.subList(first, last) : List.of();
    }

    private static String decisions(Framework framework) {
        StringBuilder text = new StringBuilder();
        for (Control unit : framework.controls()) {
            if (unit.obligation() == Obligation.ADDRESSABLE) {
                text.append("\n# ").append(Quoted.comment(unit.title()));
                text.append("\n- citation: ").append(Quoted.text(unit.citation()));
                text.append("\n  choice:\n  rationale:\n  document:\n  approver:\n  approved:\n  review:\n");
            }
        }
        return text.toString();
    }

    private static String documents(List<Document> documents) {
        StringBuilder text = new StringBuilder();
        for (Document document : documents) {
            String age = document.maxAgeDays() == 0 ? "" : "; not older than " + document.maxAgeDays() + " days";
            text.append("\n# ")
                    .append(Quoted.comment(document.says()))
                    .append(age)
                    .append('.');
            text.append("\n- id: ").append(Quoted.text(document.id()));
            text.append("\n  title:\n  version:\n  approver:\n  approved:\n  digest:\n");
        }
        return text.toString();
    }

    private void registers(RegisterForms forms) {
        SortedMap<String, String> made = new TreeMap<>();
        samples.under("registers/").all().forEach((path, file) -> made.put(path.replace(".yaml", ""), text(file)));
        if (forms.names().complete()) {
            made.keySet().retainAll(forms.names().words());
            forms.names().words().forEach(name -> made.computeIfAbsent(name, n -> forms.sample(n)));
        }
        made.forEach((name, text) -> files.put("registers/" + name + ".yaml", text));
    }

    /** The explanation of a file, without the commented sample that an entry for everything replaces. */
    private String head(String name) {
        String text = shipped(name);
        int begin = text.indexOf("# To begin, write below");
        return begin < 0 ? text : text.substring(0, begin).replaceFirst("(?:#\\n)+$", "");
    }

    private String shipped(String name) {
        SourceFile file = samples.all().get(name);
        return file == null ? "" : text(file);
    }

    /** Without the line by which an editor finds the schema: it leads from where the shipped file lies. */
    private static String text(SourceFile file) {
        return new String(file.bytes(), StandardCharsets.UTF_8).replaceFirst("^# yaml-language-server: .*\\R", "");
    }
}
