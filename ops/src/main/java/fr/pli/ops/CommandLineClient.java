package fr.pli.ops;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/**
 * {@code pli send|list|fetch}. Exit status: 0 done; 1 not finished, the same command again goes on; 2 the command is not
 * understood; 3 the platform refuses; 4 the token is missing or refused; 5 what arrived is not what was sent.
 */
@Command(
        name = "pli",
        resourceBundle = "fr.pli.ops.usage",
        mixinStandardHelpOptions = true,
        version = "pli 0.1.0",
        subcommands = {SendCommand.class, ListCommand.class, FetchCommand.class},
        scope = ScopeType.INHERIT)
public final class CommandLineClient {

    static final int DONE = 0;
    static final int UNFINISHED = 1;
    static final int USAGE = 2;
    static final int REFUSED = 3;
    static final int NOT_ADMITTED = 4;
    static final int DIFFERS = 5;

    private CommandLineClient() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        return new CommandLine(new CommandLineClient())
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler((failure, line, parsed) -> failed(failure, err))
                .execute(arguments);
    }

    private static int failed(Exception failure, PrintWriter err) throws Exception {
        if (failure instanceof Stop stop) {
            err.println(stop.getMessage());
            return stop.status();
        }
        throw failure;
    }
}
