using System.Text;
using Fairload.App.PeerReview.Audits;
using Fairload.App.PeerReview.Reviews;
using Fairload.App.PeerReview.Room;
using Fairload.Core.Access;
using Fairload.Core.PeerReview.Audits;
using Fairload.Core.PeerReview.Reviews;
using Fairload.Core.PeerReview.Room;
using Fairload.Core.Workforce;
using Fairload.Web.Tests.Journeys;
using Microsoft.EntityFrameworkCore;

namespace Fairload.Web.Tests.Routes;

/// <summary>A piece of evidence, a peer review, and a round of audits whose file has an urgent concern.</summary>
internal static class PlantedReviews
{
    /// <param name="far">A team of another service than anybody's who visits.</param>
    public static async Task<IReadOnlyList<(Kind Kind, string Key)>> In(Served site, Reader reader, Id<Team> far)
    {
        var today = site.Clock.UkToday;
        var said = new EvidenceSaid(
            "Supervision policy", "Who is supervised how often", today, today.AddDays(30), "Head of service", ["five-areas-2009/tools"], [],
            EvidenceReaders.ReviewersToo);
        var file = new EvidenceGiven("policy.txt", new MemoryStream(Encoding.UTF8.GetBytes("Every four weeks")), "");
        var piece = Good(await site.Desk((EvidenceDesk desk) => desk.Add(said, file, reader, default)));

        var review = Good(await site.Desk((ReviewDesk desk) => desk.Plan(
            new("Northmoor Council", today.AddDays(-3), today, "Lead director, principal social worker", ""), reader, default)));
        var line = new LineSaid("How do people hear of decisions?", "", "Plain letters", "Sooner", EvidenceConsidered.NotCounted, "");
        Good(await site.Desk((ReviewDesk desk) => desk.SaveLine(review.Id, 1, line, 0, reader, default)));

        var auditor = await site.Person(Role.Director);
        var round = Good(await site.Desk((AuditRoundDesk desk) => desk.Draw(
            new(today.AddDays(-60), today, far, "", 2, today.AddDays(20)), [auditor], false, reader, default)));
        var audit = await site.Ask(db => db.Set<AuditFile>().Where(f => f.RoundId == round.Id).OrderBy(f => f.Number).FirstAsync());
        Good(await site.Desk((FileAuditDesk desk) => desk.Raise(audit.Id, "Nobody has seen the child for weeks", reader, default)));
        return
        [
            (Kind.Evidence, piece.Id.ToString()), (Kind.PeerReview, review.Id.ToString()), (Kind.AuditRound, round.Id.ToString()),
            (Kind.AuditFile, audit.Id.ToString()),
        ];
    }

    private static T Good<T>(Result<T> done) where T : notnull =>
        done.Try(out var made, out var problems) ? made : throw new InvalidOperationException(problems[0].Message);
}
