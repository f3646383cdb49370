package io.exhibit.seal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the leaves of a log say; of what is there more than once the last one counts. */
record Leaves(VaultLog log) {

    List<String> runs() {
        return ids(Leaf.Kind.RUN).toList();
    }

    List<String> unassessed() {
        Set<String> assessed = ids(Leaf.Kind.ASSESSMENT).collect(Collectors.toSet());
        return ids(Leaf.Kind.RUN).filter(id -> !assessed.contains(id)).toList();
    }

    /** How often a run was judged. */
    int assessments(String run) {
        return (int) ids(Leaf.Kind.ASSESSMENT).filter(run::equals).count();
    }

    Map<String, String> packs() {
        Map<String, String> packs = new LinkedHashMap<>();
        of(Leaf.Kind.PACK).forEach(leaf -> packs.put(leaf.id(), leaf.sha256()));
        return packs;
    }

    Optional<Leaf> last(Leaf.Kind kind) {
        return of(kind).reduce((earlier, later) -> later);
    }

    Optional<Leaf> last(Leaf.Kind kind, String id) {
        return of(kind).filter(leaf -> leaf.id().equals(id)).reduce((earlier, later) -> later);
    }

    /** @throws VaultException when the log has no such run */
    Leaf run(String id) throws VaultException {
        return last(Leaf.Kind.RUN, id)
                .orElseThrow(() ->
                        new VaultException(VaultException.Reason.MISSING, "The run " + id + " is not in the vault."));
    }

    /** @throws IllegalStateException when it was never judged */
    Leaf assessment(String run) {
        return last(Leaf.Kind.ASSESSMENT, run)
                .orElseThrow(() -> new IllegalStateException("the run " + run + " was never assessed"));
    }

    private Stream<String> ids(Leaf.Kind kind) {
        return of(kind).map(Leaf::id);
    }

    private Stream<Leaf> of(Leaf.Kind kind) {
        return log.leaves().stream().filter(leaf -> leaf.kind() == kind);
    }
}
