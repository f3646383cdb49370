package io.exhibit.mapping;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A member that the entries of a register have.
 *
 * @param needed whether an entry without it is a mistake
 * @param time whether it is a date or a time, and not any text
 */
public record RegisterMembers(String name, boolean needed, boolean time) {

    /**
     * Of each register that {@code registers.yaml} declares, its own members in their order; whoever answers for an entry comes beside them.
     *
     * @param mappings the folder, or {@code null} for the copy that travels in the jar
     * @param instead texts by name, as for {@link MappingReader}
     */
    public static SortedMap<String, List<RegisterMembers>> of(Path mappings, Map<String, byte[]> instead) {
        Problems problems = new Problems();
        SourceFiles files = (mappings == null ? SourceFiles.bundled(problems) : SourceFiles.folder(mappings, problems))
                .with(instead, "mappings/");
        RegisterForms forms = new RegisterForms(files, problems);
        SortedMap<String, List<RegisterMembers>> all = new TreeMap<>();
        for (String name : forms.names().words()) {
            RegisterForms.Form form = forms.of(name).orElseThrow();
            all.put(
                    name,
                    form.members().stream()
                            .map(member -> new RegisterMembers(
                                    member,
                                    form.needed().contains(member),
                                    form.times().contains(member)))
                            .toList());
        }
        return all;
    }

    /** The files of registers as they come with the program, whose comments say what each is for, by name. */
    public static Map<String, String> samples() {
        Map<String, String> samples = new TreeMap<>();
        SourceFiles.bundled(new Problems())
                .under("organization/registers/")
                .all()
                .forEach((path, file) -> samples.put(
                        path.substring(0, path.lastIndexOf('.')), new String(file.bytes(), StandardCharsets.UTF_8)));
        return samples;
    }
}
