package io.exhibit.run;

import io.exhibit.control.Scope;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.RunRecord.Account;
import io.exhibit.evidence.Target;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The places of a run at which each account is asked once. */
final class ReadOnce {

    private ReadOnce() {}

    /**
     * Of every account in scope, ordered. One that should have been asked and was not is among them: who reads there learns that
     * nothing is known of it.
     */
    static List<Target> of(RunRecord run, Scope scope) {
        SortedSet<Target> all = new TreeSet<>();
        run.accounts().stream()
                .filter(Account::due)
                .map(Account::id)
                .filter(scope::inScope)
                .map(Target::global)
                .forEach(all::add);
        run.units().stream()
                .map(RunRecord.Unit::target)
                .filter(target -> target.isGlobal() && scope.inScope(target.account()))
                .forEach(all::add);
        return List.copyOf(all);
    }
}
