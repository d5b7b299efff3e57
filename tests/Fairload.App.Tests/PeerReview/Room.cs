using System.IO.Compression;
using System.Text;
using Fairload.App.PeerReview.Room;
using Fairload.App.Tests.Imports;
using Fairload.Core.Access;
using Fairload.Core.PeerReview.Room;

namespace Fairload.App.Tests.PeerReview;

/// <summary>What the tests of the evidence room, of reviews and of audits begin with.</summary>
internal static class Room
{
    public const string Tools = "five-areas-2009/tools";
    public const string Workload = "five-areas-2009/workload";

    public static Reader Principal { get; } = new("Pat Singh", null, [new(Role.PrincipalSocialWorker)]);

    public static EvidenceSaid Said { get; } = new(
        "Supervision policy", "Who is supervised how often, and who says so", new(2026, 4, 1), null, "Head of service", [Tools], [],
        EvidenceReaders.ReviewersToo);

    public static EvidenceGiven File(string name, string text) => new(name, new MemoryStream(Encoding.UTF8.GetBytes(text)), "");

    public static EvidenceGiven File(string name, byte[] bytes) => new(name, new MemoryStream(bytes), "");

    public static EvidenceGiven Link(string link) => new("", Stream.Null, link);

    public static Task<Result<EvidencePiece>> Add(Council council, EvidenceGiven given, EvidenceSaid? said = null) =>
        council.Ask((EvidenceDesk desk) => desk.Add(said ?? Said, given, Principal, default));

    /// <summary>An account with a role, without forms.</summary>
    public static async Task<Reader> Account(Council council, string name, Grant grant, Id<Core.Workforce.Worker>? worker = null)
    {
        var email = $"{name.Replace(' ', '.')}@example.gov.uk";
        var account = Council.Good(Core.Access.Account.Open(email, name, worker, DateTime.UnixEpoch));
        await council.Db(db => db.Change(
            async () =>
            {
                db.Add(account);
                await db.SaveChangesAsync();
                db.Add(AccountGrant.Give(account.Id, grant));
                return default(Done);
            },
            default));
        return new(name, worker, [grant], account.Id);
    }

    public static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var to = new MemoryStream();
        using (var zip = new ZipArchive(to, ZipArchiveMode.Create))
        {
            foreach (var (name, text) in entries)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(text);
            }
        }

        return to.ToArray();
    }
}
