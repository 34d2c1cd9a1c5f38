package fr.pli.app.security;

import fr.pli.exchange.platform.RefusedException;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** Where a door's refusal of a page is forwarded to, so that the one advice renders it like any other. */
@Controller
class RefusedPage {

    static final String PATH = "/refused";
    static final String REFUSAL = RefusedPage.class.getName();

    @RequestMapping(PATH)
    void refused(HttpServletRequest request) {
        if (request.getAttribute(REFUSAL) instanceof RefusedException refusal) {
            throw refusal;
        }
        throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
