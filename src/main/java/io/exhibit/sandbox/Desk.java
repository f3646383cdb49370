package io.exhibit.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.exhibit.sandbox.api.Services;
import io.exhibit.sandbox.api.Stray;
import io.exhibit.sandbox.wire.Answer;
import io.exhibit.sandbox.wire.Ask;
import io.exhibit.sandbox.wire.AwsError;
import io.exhibit.sandbox.wire.AwsService;
import io.exhibit.sandbox.wire.Digest;
import io.exhibit.sandbox.wire.Operation;
import io.exhibit.sandbox.wire.Pages;
import io.exhibit.sandbox.wire.Signed;
import io.exhibit.sandbox.world.Account;
import io.exhibit.sandbox.world.Accounts;
import io.exhibit.sandbox.world.World;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Takes every request: who asks what of which service, whether it is to fail, and the answer. */
final class Desk implements HttpHandler {
    private final Supplier<World> world;
    private final Digest digest;
    private final Duration latency;
    private final Pages pages;
    private final Services services;
    private final AtomicLong requests = new AtomicLong();
    private volatile Faults faults;

    Desk(SandboxOptions options, Supplier<World> world, URI endpoint) {
        this.world = world;
        digest = new Digest(options.seed());
        latency = options.latency();
        pages = new Pages(digest, () -> world.get().now());
        services = new Services(world, pages, endpoint);
        faults(options.faults());
    }

    void faults(List<FaultSpec> specs) {
        specs.forEach(spec -> services.require(spec.service(), spec.operation()));
        faults = new Faults(specs, pages);
    }

    long requests() {
        return requests.get();
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        LockSupport.parkNanos(latency.toNanos());
        try (exchange) {
            Signed request = Signed.read(exchange, Accounts.MANAGEMENT);
            Optional<FaultKind> fault = Optional.empty();
            Answer answer;
            Optional<AwsService> service = services.named(request.service());
            if (services.downloads().isOne(request.ask())) {
                answer = services.downloads().get(request.ask());
            } else if (service.isEmpty()) {
                answer = services.unsigned(request);
            } else {
                Ask ask = request.ask();
                Optional<Operation> operation = service.get().operation(ask, request.target());
                fault = operation.flatMap(known -> faults.on(ask.with(known.name(), false), known));
                answer = answer(service.get(), operation, request, fault);
            }
            Body.send(exchange, answer, fault);
        }
    }

    private Answer answer(
            AwsService service, Optional<Operation> operation, Signed request, Optional<FaultKind> fault) {
        String requestId = digest.uuid("request", world.get().now() + request.fingerprint());
        try {
            String name = operation
                    .map(Operation::name)
                    .orElseThrow(() -> service.refusals().unknown(request.asked()));
            Ask ask = request.ask()
                    .with(name, fault.filter(FaultKind.LOOP::equals).isPresent());
            if (!valid(ask)) {
                throw service.refusals().unknownClientNow();
            }
            fault.ifPresent(kind -> Faults.refuse(kind, service, ask));
            Optional<String> policy = world.get().deniedBy(ask.account(), ask.region(), ask.service());
            if (policy.isPresent()) {
                throw service.refusals().deniedByPolicy(ask, policy.get());
            }
            if (fault.filter(FaultKind.WRONG_OPERATION::equals).isPresent()) {
                return Stray.of(service).answer(service, requestId);
            }
            Map<String, Object> members = operation.get().answer().apply(ask);
            return service.protocol().answer(service, name, members, requestId);
        } catch (AwsError error) {
            return service.protocol().error(service, error, requestId);
        }
    }

    /** A region that is not enabled, and an account that is not active, look to AWS like credentials that nobody has. */
    private boolean valid(Ask ask) {
        return World.ENABLED_REGIONS.contains(ask.region())
                && world.get().account(ask.account()).filter(Account::active).isPresent();
    }
}
