package io.exhibit.cli;

import picocli.CommandLine.IFactory;

/** Makes the commands and gives them the console. */
final class Commands implements IFactory {

    private final Console console;

    Commands(Console console) {
        this.console = console;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        var constructor = type.getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        return type.cast(
                constructor.getParameterCount() == 1 ? constructor.newInstance(console) : constructor.newInstance());
    }
}
