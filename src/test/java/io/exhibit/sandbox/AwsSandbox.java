package io.exhibit.sandbox;

import static org.junit.jupiter.api.Assumptions.abort;

import io.exhibit.sandbox.world.Accounts;
import java.io.IOException;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a class AWS's own command for claims-prod in us-east-1, in a sandbox of the class's own at {@link Calls#NOON}; skips
 * the class where there is no such command.
 */
final class AwsSandbox implements BeforeAllCallback, ParameterResolver {
    private static final Namespace HERE = Namespace.create(AwsSandbox.class);

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        AwsProgram program = context.getRoot()
                .getStore(HERE)
                .getOrComputeIfAbsent(AwsProgram.class, any -> program(), AwsProgram.class);
        Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withNow(Calls.NOON));
        context.getStore(HERE).put(Sandbox.class, sandbox);
        String endpoint = sandbox.endpoint().toString();
        context.getStore(HERE).put(AwsCommand.class, new AwsCommand(program, endpoint, Accounts.CLAIMS, "us-east-1"));
    }

    /** The store ends it after the last class. */
    private static AwsProgram program() {
        try {
            return AwsProgram.start();
        } catch (IOException e) {
            return abort("skipped, no aws command: " + e.getMessage());
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == AwsCommand.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(HERE).get(AwsCommand.class);
    }
}
