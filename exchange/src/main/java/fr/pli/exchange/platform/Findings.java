package fr.pli.exchange.platform;

import java.util.ArrayList;
import java.util.List;

/** What an examination found, in its order. */
public final class Findings {

    private final List<Finding> all = new ArrayList<>();

    public void well(String code, Object... arguments) {
        all.add(new Finding(Level.WELL, code, List.of(arguments)));
    }

    /** Works, and should be seen to. */
    public void doubtful(String code, Object... arguments) {
        all.add(new Finding(Level.DOUBTFUL, code, List.of(arguments)));
    }

    /** Does not work, or is not safe. */
    public void wrong(String code, Object... arguments) {
        all.add(new Finding(Level.WRONG, code, List.of(arguments)));
    }

    public List<Finding> all() {
        return List.copyOf(all);
    }

    /** How bad a finding is. */
    public enum Level {
        WELL,
        DOUBTFUL,
        WRONG
    }

    /** @param code of the sentences: what it is and, unless all is well, under {@code <code>.advice} what to do */
    public record Finding(Level level, String code, List<Object> arguments) {}
}
