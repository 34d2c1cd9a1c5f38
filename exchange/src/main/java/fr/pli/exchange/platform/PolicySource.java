package fr.pli.exchange.platform;

import java.util.List;
import java.util.Optional;

/** A feature that lets administrators decide something while the service runs. */
public interface PolicySource {

    /** Under which heading its policies stand; a bundle key is {@code policy.group.<group>}. */
    String group();

    List<Policy> policies();

    /** What together would not do, as a bundle key; asked with the values as they would be. */
    default Optional<String> contradiction(Policies.Values values) {
        return Optional.empty();
    }
}
