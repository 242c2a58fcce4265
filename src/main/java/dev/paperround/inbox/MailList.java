package dev.paperround.inbox;

import java.util.List;

record MailList(int total, List<MailSummary> mails) {}
