package fr.pli.exchange.notification.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import fr.pli.exchange.notification.Reminders;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Reminders for programs (P-1, X-8); when each person was reminded stands in the receipts of the message. */
@RestController
class ReminderApi {

    private final Reminders reminders;

    ReminderApi(Reminders reminders) {
        this.reminders = reminders;
    }

    @PostMapping("/api/v1/messages/{message}/reminders")
    Map<String, Integer> remind(
            @SignedIn Person sender, @PathVariable UUID message, @RequestBody(required = false) @Nullable Only only) {
        Set<UUID> people = only == null || only.people() == null ? Set.of() : only.people();
        return Map.of("reminded", reminders.remind(sender, message, people));
    }

    /** @param people only these recipients; everybody who has not collected without them */
    record Only(@Nullable Set<UUID> people) {}
}
