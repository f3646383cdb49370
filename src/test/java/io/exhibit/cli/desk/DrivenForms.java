package io.exhibit.cli.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.console.ConsoleServer;
import io.exhibit.console.PostList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The forms that the tests of a class sent and that did their work: all those that {@link PostList} says of it. */
final class DrivenForms {

    private final Set<String> routes = new TreeSet<>();
    private int ran;

    /** After a test. @param posts each with its status before it */
    void after(ConsoleServer console, List<String> posts) {
        ran++;
        posts.stream()
                .filter(each -> each.startsWith("303 "))
                .forEach(each -> routes.add(PostList.of(console, each.substring(4))));
    }

    /** After all of them; of some alone it says nothing. */
    void require(Class<?> tests) {
        long all = Arrays.stream(tests.getDeclaredMethods())
                .filter(each -> each.isAnnotationPresent(Test.class))
                .count();
        if (ran == all) {
            assertThat(routes).as("forms that a browser sent").containsAll(PostList.drivenBy(tests));
        }
    }
}
