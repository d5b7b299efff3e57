using System.Globalization;
using System.Text;
using Fairload.App.PeerReview.Audits;
using Fairload.App.PeerReview.Reviews;
using Fairload.App.PeerReview.Room;
using Fairload.App.Store;
using Fairload.Core.Access;
using Fairload.Core.PeerReview.Audits;
using Fairload.Core.PeerReview.Reviews;
using Fairload.Core.PeerReview.Room;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Demo;

/// <summary>The evidence room of the made-up council, a review by a council that does not exist either, and a round of audits: by the same
/// desks that pages ask, on their days.</summary>
internal sealed class DemoRoom(DemoDesks desks, DemoReaders people, MovedClock clock)
{
    private const int Files = 12;
    private const string Tools = "five-areas-2009/tools";
    private const string Workload = "five-areas-2009/workload";
    private const string Workplace = "five-areas-2009/workplace";

    private static readonly LineSaid[] Lines =
    [
        new("How do people hear what became of their request?", "five-areas-2009/delivery",
            "Letters are plain, and the front door answers the telephone itself.", "Tell people within ten days who will come and when.",
            new(14, 4, 9, 2, 5), "A standard letter goes out with each allocation since spring."),
        new("Is work shared out safely?", Workload, "Managers look at loads in points before they give a case.",
            "Waiting lists differ from team to team; agree one rule for what may wait.", new(9, 6, 11, 1, 0), ""),
        new("Do supervisors have the time that they need?", Tools, "Newly qualified staff are seen weekly at first.", "",
            new(6, 2, 8, null, 7), ""),
    ];

    public async Task Furnish(DemoCouncil council, CancellationToken stop)
    {
        var today = council.Today;
        await Review(today, stop);
        clock.MoveTo(today.AddDays(-40));
        await Evidence(today, stop);
        await Audit(council, stop);
        clock.MoveTo(today.AddDays(-2));
        await LetIn(council, stop);
        clock.MoveTo(today);
    }

    private async Task Evidence(DateOnly today, CancellationToken stop)
    {
        var policy = await Put(
            new("Supervision policy", "Who is supervised how often, by whom, and what is written down.", today.AddDays(-400), null,
                "Principal social worker",
                [Tools, "employer-standards-2025/5"], [], EvidenceReaders.ReviewersToo),
            File("supervision-policy.pdf", Pdf("Supervision policy")), stop);
        var newer = File("supervision-policy-2.pdf", Pdf("Supervision policy, second edition"));
        (await desks.Ask((EvidenceDesk desk) => desk.AddVersion(policy.Id, newer, 1, people.Principal, stop))).OfTheDemo();
        await Put(
            new("Lone working: what each team does", "How teams know that somebody came back safe.", today.AddDays(-300), today.AddDays(40),
                "Head of service", [Workplace], [], EvidenceReaders.ReviewersToo),
            File("lone-working.txt", "Front Door: ring the duty desk before and after.\nHospital: signed out on the board.\n"u8.ToArray()), stop);
        await Put(
            new("Checks of equipment, last year", "Telephones and laptops by team, and what was missing.", today.AddDays(-500),
                today.AddDays(-20),
                "Analyst", [Tools], [], EvidenceReaders.ReviewersToo),
            File("equipment.csv", "Team,Laptops,Telephones\r\nFront Door,18,17\r\nHospital,9,9\r\n"u8.ToArray()), stop);
        await Put(
            new("Minutes of the workload group", "What managers and the union agreed on caseloads.", today.AddDays(-70), null, "Director",
                [Workload],
                [], EvidenceReaders.Internal),
            File("workload-group.txt", "Agreed: nobody is given a case over 110% without a written plan.\n"u8.ToArray()), stop);
        await Put(
            new("Training on the intranet", "Which courses are open to whom.", today.AddDays(-120), null, "Workforce development",
                ["employer-standards-2025/6"], [], EvidenceReaders.ReviewersToo),
            new("", Stream.Null, "https://intranet.example.gov.uk/training"), stop);
    }

    private async Task<EvidencePiece> Put(EvidenceSaid said, EvidenceGiven given, CancellationToken stop) =>
        (await desks.Ask((EvidenceDesk desk) => desk.Add(said, given, people.Principal, stop))).OfTheDemo();

    private static EvidenceGiven File(string name, byte[] bytes) => new(name, new MemoryStream(bytes), "");

    /// <summary>The smallest page that programs open, with one line on it.</summary>
    private static byte[] Pdf(string line)
    {
        var text = $"BT /F1 18 Tf 72 720 Td ({line}) Tj ET";
        string[] parts =
        [
            "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
            $"<</Length {text.Length}>>stream\n{text}\nendstream", "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        ];
        var (pdf, at) = (new StringBuilder("%PDF-1.4\n"), new List<int>());
        foreach (var (number, part) in parts.Index())
        {
            at.Add(pdf.Length);
            pdf.Append(CultureInfo.InvariantCulture, $"{number + 1} 0 obj{part}endobj\n");
        }

        var table = pdf.Length;
        pdf.Append("xref\n0 6\n0000000000 65535 f \n").AppendJoin("", at.Select(a => $"{a:D10} 00000 n \n"))
            .Append(CultureInfo.InvariantCulture, $"trailer<</Size 6/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(pdf.ToString());
    }

    private async Task Review(DateOnly today, CancellationToken stop)
    {
        clock.MoveTo(today.AddDays(-150));
        var said = new ReviewSaid(
            "Northmoor Council", today.AddDays(-120), today.AddDays(-118),
            "Lead director; principal social worker; operational manager; elected member; person with lived experience",
            "Where people wait, and why.");
        var review = (await desks.Ask((ReviewDesk desk) => desk.Plan(said, people.Principal, stop))).OfTheDemo();
        clock.MoveTo(today.AddDays(-118));
        foreach (var (at, line) in Lines.Index())
            (await desks.Ask((ReviewDesk desk) => desk.SaveLine(review.Id, at + 1, line, 0, people.Principal, stop))).OfTheDemo();
        foreach (var note in new NoteSaid[]
            {
                new(1, NoteSource.Group, 7, "Families hear nothing between the referral and the first visit."),
                new(2, NoteSource.Interview, 1, "The figure for load helps; it does not see travel to the coast."),
                new(null, NoteSource.Observation, null, "The morning meeting begins with who is back and who is away."),
            })
        {
            (await desks.Ask((ReviewDesk desk) => desk.Take(review.Id, note, people.Principal, stop))).OfTheDemo();
        }
    }

    /// <summary>Twelve files: auditors are kinder than the moderator, as they are everywhere.</summary>
    private async Task Audit(DemoCouncil council, CancellationToken stop)
    {
        var (today, dice) = (council.Today, new Random(council.Seed));
        var auditors = await desks.Ask((AuditReading reading) => reading.Auditors(stop));
        clock.MoveTo(today.AddDays(-30));
        var plan = new RoundPlanned(today.AddDays(-60), today.AddDays(-31), null, "", Files, today.AddDays(-5));
        var seed = council.Seed.ToString("x8", CultureInfo.InvariantCulture);
        var round = (await desks.Ask((AuditRoundDesk desk) =>
            desk.Draw(plan, [.. auditors.Select(a => a.Account)], false, seed, people.Principal, stop))).OfTheDemo();
        var files = await desks.Ask((FairloadDb db) => db.Set<AuditFile>().AsNoTracking().Where(f => f.RoundId == round.Id)
            .OrderBy(f => f.Number).ToListAsync(stop));
        foreach (var file in files)
        {
            clock.MoveTo(today.AddDays(-20));
            var auditor = new Reader(file.AuditorName, null, [new(Role.TeamManager)], file.AuditorId);
            var grade = dice.Next(10) switch { 0 => FileGrade.Outstanding, < 7 => FileGrade.Good, _ => FileGrade.RequiresImprovement };
            var again = file.Number == 3 ? today.AddDays(21) : (DateOnly?)null;
            (await desks.Ask((FileAuditDesk desk) => desk.Write(file.Id, Said(file, grade, again, dice), true, 0, auditor, stop)))
                .OfTheDemo();
            clock.MoveTo(today.AddDays(-10));
            var moderated = grade > FileGrade.RequiresImprovement && dice.Next(3) == 0 ? grade - 1 : grade;
            var why = moderated == grade ? "The file shows what the auditor says." : "The plan does not say who does what by when.";
            (await desks.Ask((FileAuditDesk desk) => desk.Moderate(file.Id, moderated, why, 1, people.Principal, stop))).OfTheDemo();
        }

        const string Learning = "Plans that name who does what by when are followed. Say in the file why a visit did not happen. Ask people what they think of the plan, and write it in their words.";
        (await desks.Ask((AuditRoundDesk desk) => desk.Learn(round.Id, Learning, 0, people.Principal, stop))).OfTheDemo();
    }

    private static FileSaid Said(AuditFile file, FileGrade grade, DateOnly? again, Random dice) => new(
        [.. AuditSections.Codes.Select(code => new AuditedSection(
            file.Id, code, dice.Next(4) == 0 ? FileGrade.RequiresImprovement : grade, false, code == "planning"
                ? "Dates are there; owners are not always." : ""))],
        grade, "The assessment is clear and recent.", dice.Next(2) == 0 ? "She felt listened to, and would have liked to know sooner." : "",
        again);

    private async Task LetIn(DemoCouncil council, CancellationToken stop)
    {
        var name = council.People.Single(p => p.Role == Role.Evaluator).Name;
        var email = await desks.Ask((FairloadDb db) => db.Set<Account>().Where(a => a.Name == name && a.Email.EndsWith(Account.DemoEnding))
            .Select(a => a.Email).SingleAsync(stop));
        var offer = new EntryOffer([Tools, Workload, Workplace], council.Today.AddDays(-2), council.Today.AddDays(26),
            "Evaluation of the health check");
        (await desks.Ask((EntryDesk desk) => desk.Give(email, name, offer, people.Principal, stop))).OfTheDemo();
    }
}
