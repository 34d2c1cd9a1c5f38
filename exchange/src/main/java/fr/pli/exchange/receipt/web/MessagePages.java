package fr.pli.exchange.receipt.web;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.message.Lifetimes;
import fr.pli.exchange.message.Message;
import fr.pli.exchange.message.MessageRefusal;
import fr.pli.exchange.message.OwnBox;
import fr.pli.exchange.message.Threads;
import fr.pli.exchange.message.TimeRequest;
import fr.pli.exchange.message.TimeRequests;
import fr.pli.exchange.platform.RefusedException;
import fr.pli.exchange.receipt.Readings;
import fr.pli.exchange.receipt.Received;
import fr.pli.exchange.receipt.Sent;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The two views of a message, and what follows an act on one of them. */
@Component
class MessagePages {

    private final Readings readings;
    private final Lifetimes lifetimes;
    private final TimeRequests requests;
    private final Threads threads;
    private final OwnBox boxes;
    private final Directory directory;
    private final MessageSource sentences;
    private final Clock clock;

    MessagePages(
            Readings readings,
            Lifetimes lifetimes,
            TimeRequests requests,
            Threads threads,
            OwnBox boxes,
            Directory directory,
            MessageSource sentences,
            Clock clock) {
        this.readings = readings;
        this.lifetimes = lifetimes;
        this.requests = requests;
        this.threads = threads;
        this.boxes = boxes;
        this.directory = directory;
        this.sentences = sentences;
        this.clock = clock;
    }

    /** The sender's view, or a recipient's; refuses like an unknown id everybody else. */
    ModelAndView page(Person person, UUID id) {
        Optional<Sent> sent = readings.sent(person, id);
        ModelAndView page = sent.isPresent() ? sent(sent.get()) : received(person, readings.received(person, id));
        page.addObject("thread", threads.of(person, id));
        page.addObject("now", clock.instant());
        page.addObject("typed", Map.of());
        return page;
    }

    private ModelAndView sent(Sent sent) {
        var page = new ModelAndView("receipt/sent");
        page.addObject("sent", sent);
        page.addObject("choice", lifetimes.choice(sent.message()));
        page.addObject("asked", open(sent.message()));
        return page;
    }

    private List<Asked> open(Message message) {
        List<TimeRequest> open =
                requests.of(message.id()).stream().filter(TimeRequest::open).toList();
        Map<UUID, Person> people =
                directory.findAll(open.stream().map(TimeRequest::person).toList());
        return open.stream()
                .map(request -> new Asked(request, people.get(request.person())))
                .toList();
    }

    private ModelAndView received(Person person, Received received) {
        var page = new ModelAndView("receipt/received");
        page.addObject("received", received);
        page.addObject("asking", requests.asking(person.id(), received.message()));
        page.addObject(
                "removed", boxes.removedAt(person.id(), received.message().id()).orElse(null));
        return page;
    }

    /**
     * Does what a form of the page asks, and shows the page: afresh when it was done, with the sentence and what was
     * typed when it was refused.
     *
     * @param done what is said when it was done
     */
    ModelAndView act(
            Person person, UUID id, Runnable act, String done, Map<String, String> typed, RedirectAttributes flash) {
        try {
            act.run();
        } catch (RefusedException refused) {
            if (refused.refusal().status() == 404 || refused.refusal() == MessageRefusal.PERMANENT) {
                throw refused;
            }
            ModelAndView page = page(person, id);
            page.setStatus(HttpStatusCode.valueOf(refused.refusal().status()));
            page.addObject("refusal", sentence("refusal." + refused.refusal().code(), refused.arguments()));
            page.addObject("typed", typed);
            return page;
        }
        flash.addFlashAttribute("done", sentence(done));
        return new ModelAndView("redirect:/messages/" + id);
    }

    String sentence(String code, Object... arguments) {
        return sentences.getMessage(code, arguments, LocaleContextHolder.getLocale());
    }

    /** A request for time that waits for an answer. */
    record Asked(TimeRequest request, @Nullable Person person) {

        public String name() {
            return person == null ? "—" : person.name();
        }
    }
}
