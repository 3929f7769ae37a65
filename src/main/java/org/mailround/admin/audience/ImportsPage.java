package org.mailround.admin.audience;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailround.admin.AbsentException;
import org.mailround.admin.Audited;
import org.mailround.admin.Complaint;
import org.mailround.admin.Unaudited;
import org.mailround.subscriber.Difference;
import org.mailround.subscriber.MailingLists;
import org.mailround.subscriber.UnreadableCsvException;
import org.mailround.subscriber.Upload;
import org.mailround.subscriber.UploadMapping;
import org.mailround.subscriber.UploadPreview;
import org.mailround.subscriber.Uploads;
import org.mailround.words.Words;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A list from a file: what its columns hold, what would change, and then the import. */
@Controller
@RequestMapping("/imports")
class ImportsPage {

    private final Uploads uploads;
    private final RunningImports running;
    private final MailingLists lists;
    private final Words words;

    ImportsPage(Uploads uploads, RunningImports running, MailingLists lists, Words words) {
        this.uploads = uploads;
        this.running = running;
        this.lists = lists;
        this.words = words;
    }

    @GetMapping
    String begin(Model model) {
        model.addAttribute("lists", lists.all());
        return "imports";
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Audited("uploaded a list")
    String upload(
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "") String list,
            @RequestParam(defaultValue = "") String newList) {
        String name = newList.isBlank() ? list : newList.strip();
        if (file.isEmpty() || name.isBlank()) {
            throw new Complaint(words.say(file.isEmpty() ? "imports.no-file" : "imports.no-list"));
        }
        try (InputStream content = file.getInputStream()) {
            Upload upload = uploads.receive(name, content);
            try {
                uploads.look(upload);
            } catch (UnreadableCsvException e) {
                uploads.discard(upload);
                throw e;
            }
            return "redirect:/imports/" + upload.id();
        } catch (IOException e) {
            throw new UncheckedIOException("The file could not be read.", e);
        }
    }

    /** What its columns hold. */
    @GetMapping("/{id}")
    @Audited("looked at an uploaded list")
    String columns(@PathVariable String id, Model model) {
        Upload upload = found(id);
        model.addAttribute("upload", upload);
        model.addAttribute("look", uploads.look(upload));
        model.addAttribute("meanings", UploadMapping.MEANINGS);
        return "import-columns";
    }

    @PostMapping("/{id}/columns")
    @Unaudited("nothing is taken yet")
    String map(@PathVariable String id, @RequestParam List<String> meaning, RedirectAttributes next) {
        try {
            uploads.map(found(id), meaning);
        } catch (IllegalArgumentException e) {
            next.addFlashAttribute("wrong", e.getMessage());
            return "redirect:/imports/" + id;
        }
        return "redirect:/imports/" + id + "/difference";
    }

    /** What would change; nothing is written. */
    @GetMapping("/{id}/difference")
    @Audited("looked at what an import would do")
    String difference(@PathVariable String id, Model model, RedirectAttributes next) {
        Upload upload = found(id);
        try {
            UploadPreview preview = uploads.preview(upload);
            model.addAttribute("upload", upload);
            model.addAttribute("result", preview.result());
            model.addAttribute("kinds", Difference.Kind.values());
            model.addAttribute("first", byLabel(preview));
            return "import-difference";
        } catch (UnreadableCsvException e) {
            next.addFlashAttribute("wrong", e.getMessage());
            return "redirect:/imports/" + id;
        }
    }

    private static Map<String, List<Difference>> byLabel(UploadPreview preview) {
        return preview.first().entrySet().stream()
                .collect(toMap(each -> each.getKey().label(), Map.Entry::getValue));
    }

    @PostMapping("/{id}/run")
    @Audited("imported a list")
    String run(@PathVariable String id) {
        running.begin(found(id));
        return "redirect:/imports/" + id + "/progress";
    }

    /** Where the program ended meanwhile, the file is still there, and can be imported again. */
    @GetMapping("/{id}/progress")
    String progress(@PathVariable String id, Model model, RedirectAttributes next) {
        Optional<RunningImports.Progress> progress = running.of(id);
        if (progress.isEmpty()) {
            found(id);
            next.addFlashAttribute("wrong", words.say("imports.broken-off"));
            return "redirect:/imports/" + id + "/difference";
        }
        model.addAttribute("id", id);
        model.addAttribute("progress", progress.get());
        model.addAttribute("rejectFile", progress.get().rejectFile());
        return "import-progress";
    }

    @PostMapping("/{id}/discard")
    @Audited("took an uploaded list away")
    String discard(@PathVariable String id, RedirectAttributes next) {
        uploads.discard(found(id));
        next.addFlashAttribute("done", words.say("imports.discarded"));
        return "redirect:/imports";
    }

    private Upload found(String id) {
        return uploads.find(id).orElseThrow(() -> new AbsentException("upload " + id));
    }

    @ExceptionHandler({Complaint.class, UnreadableCsvException.class, IllegalArgumentException.class})
    String refused(RuntimeException e, RedirectAttributes next) {
        next.addFlashAttribute("wrong", e.getMessage());
        return "redirect:/imports";
    }
}
