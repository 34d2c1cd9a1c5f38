package fr.pli.exchange.account;

import fr.pli.exchange.platform.RefusedException;
import java.util.List;

/**
 * What is wrong with one field of a form or of a line.
 *
 * @param field name of the field in forms and in the interface
 * @param arguments of the refusal's sentence
 */
public record Flaw(String field, DirectoryRefusal refusal, List<Object> arguments) {

    static Flaw of(String field, DirectoryRefusal refusal, Object... arguments) {
        return new Flaw(field, refusal, List.of(arguments));
    }

    public RefusedException exception() {
        return refusal.with(arguments.toArray());
    }
}
