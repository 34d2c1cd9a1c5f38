package fr.pli.exchange.platform;

import java.io.Serial;

/** Carries a {@link Refusal} to the one advice that renders it as a page or as problem+json. */
public final class RefusedException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient Refusal refusal;
    private final transient Object[] arguments;

    RefusedException(Refusal refusal, Object[] arguments) {
        super(refusal.code(), null, false, false);
        this.refusal = refusal;
        this.arguments = arguments;
    }

    public Refusal refusal() {
        return refusal;
    }

    /** What the sentence of the bundle is filled with, in its order. */
    public Object[] arguments() {
        return arguments.clone();
    }
}
