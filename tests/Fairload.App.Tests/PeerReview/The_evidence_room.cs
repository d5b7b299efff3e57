using System.Text;
using Fairload.App.PeerReview.Room;
using Fairload.App.Tests.Imports;
using Fairload.Core.Access;
using Fairload.Core.PeerReview.Room;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Tests.PeerReview;

public sealed class The_evidence_room
{
    private const string Content = "[Content_Types].xml";

    public static TheoryData<string, byte[]> Kept => new()
    {
        { "a.pdf", "%PDF-1.7\n%%EOF"u8.ToArray() },
        { "a.docx", Room.Zip((Content, "<Types/>"), ("word/document.xml", "<w/>")) },
        { "a.xlsx", Room.Zip((Content, "<Types/>"), ("xl/workbook.xml", "<w/>")) },
        { "a.odt", Room.Zip(("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<o/>")) },
        { "a.ods", Room.Zip(("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<o/>")) },
        { "a.csv", "Team,Open\r\nRiverside,12\r\n"u8.ToArray() },
        { "a.TXT", "Minutes of the meeting"u8.ToArray() },
        { "a.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] },
        { "a.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 0, 16] },
    };

    public static TheoryData<string, byte[], string> NotKept => new()
    {
        { "a.pdf", [], "a.pdf is empty" },
        { "a.exe", "MZ..........."u8.ToArray(), "of a kind that is not kept" },
        { "a.html", "<html><script>alert(1)</script>"u8.ToArray(), "of a kind that is not kept" },
        { "a.svg", "<svg onload='alert(1)'/>"u8.ToArray(), "of a kind that is not kept" },
        { "a.txt", "<svg onload='alert(1)'/>"u8.ToArray(), "of a kind that is not kept" },
        { "a.txt", "<!doctype html><script>alert(1)</script>"u8.ToArray(), "of a kind that is not kept" },
        { "a.pdf", "MZ.................."u8.ToArray(), "is not what its ending says" },
        { "a.png", [0xFF, 0xD8, 0xFF, 0xE0, 0, 16], "is not what its ending says" },
        { "a.docx", Room.Zip((Content, "<Types/>"), ("xl/workbook.xml", "<w/>")), "is not what its ending says" },
        { "a.docx", Room.Zip((Content, "<Types/>"), ("word/document.xml", "<w/>"), ("word/vbaProject.bin", "x")), "holds macros" },
        { "a.docx", Room.Zip(("setup.exe", "MZ")), "of a kind that is not kept" },
        { "a.gif", "GIF89a......"u8.ToArray(), "of a kind that is not kept" },
        { "../a.pdf", "%PDF-1.7\n%%EOF"u8.ToArray(), "holds a folder" },
    };

    [Theory, MemberData(nameof(Kept))]
    public void Keeps_a_file_that_is_what_its_ending_says(string name, byte[] bytes) =>
        Assert.True(EvidenceContent.TypeOf(name, new MemoryStream(bytes)).Try(out _, out var problems), problems?[0].Message);

    [Fact]
    public async Task Refuses_every_other_file_with_a_sentence_and_stores_nothing()
    {
        await using var council = await Council.On("sqlite");
        foreach (var row in NotKept)
        {
            var refused = Council.Refused(await Room.Add(council, Room.File((string)row[0], (byte[])row[1])));
            Assert.Contains((string)row[2], Assert.Single(refused), StringComparison.Ordinal);
        }

        Assert.Equal(0, await council.Db(db => db.Set<EvidencePiece>().CountAsync()));
        Assert.Equal(0, await council.Db(db => db.Set<EvidenceBlob>().CountAsync()));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Keeps_older_versions_beside_the_newer_and_the_same_bytes_once(string engine)
    {
        await using var council = await Council.On(engine);
        var large = new byte[(2 * EvidenceStore.ChunkBytes) + 5];
        new Random(1).NextBytes(large);
        "%PDF-"u8.CopyTo(large);
        var id = Council.Good(await Room.Add(council, Room.File("policy.pdf", large))).Id;
        Council.Good(await AddVersion(council, id, Room.File("policy 2.txt", "Every four weeks"), 1));
        Council.Good(await Room.Add(council, Room.File("copy.pdf", large), Room.Said with { Title = "A copy" }));

        var view = (await council.Ask((EvidenceDesk desk) => desk.Show(id, Room.Principal, default)))!;
        Assert.Equal(["policy 2.txt", "policy.pdf"], view.Versions.Select(v => v.FileName));
        Assert.Equal(large, await Read(council, id, 1, Room.Principal));
        Assert.Equal("Every four weeks", Encoding.UTF8.GetString((await Read(council, id, 2, Room.Principal))!));
        Assert.Equal(2, await council.Db(db => db.Set<EvidenceBlob>().CountAsync()));
        Assert.Equal(4, await council.Db(db => db.Set<EvidenceChunk>().CountAsync()));
        Assert.Equal(
            [$"{id}/1", $"{id}/2"],
            await council.Db(db => db.Set<AuditEntry>().Where(e => e.Action == AuditAction.Read).OrderBy(e => e.Sequence)
                .Select(e => e.SubjectId).ToListAsync()));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Tells_the_second_of_two_who_change_the_same_piece(string engine)
    {
        await using var council = await Council.On(engine);
        var id = Council.Good(await Room.Add(council, Room.Link("https://example.gov.uk/policy"))).Id;
        var (ana, pat) = (new Reader("Ana Diaz", null, [new(Role.Analyst)]), Room.Principal);
        Task<Result<EvidencePiece>> Change(Reader by, string owner) =>
            council.Ask((EvidenceDesk desk) => desk.Change(id, Room.Said with { Owner = owner }, 1, by, default));

        var both = await Task.WhenAll(Change(ana, "Director"), Change(pat, "Team manager"));
        Assert.Contains("has changed this piece", Assert.Single(both.Where(b => !b.Try(out _, out _)).SelectMany(Council.Refused)),
            StringComparison.Ordinal);

        var versions = await Task.WhenAll(
            AddVersion(council, id, Room.File("a.txt", "one"), 1), AddVersion(council, id, Room.File("b.txt", "two"), 1));
        Assert.Contains("has put in a newer version", Assert.Single(versions.Where(b => !b.Try(out _, out _)).SelectMany(Council.Refused)),
            StringComparison.Ordinal);
        Assert.Equal(1, await council.Db(db => db.Set<EvidenceBlob>().CountAsync()));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Lets_a_reviewer_read_what_is_opened_to_them_until_the_last_day_and_notes_every_file(string engine)
    {
        await using var council = await Council.On(engine);
        var open = Council.Good(await Room.Add(council, Room.File("policy.txt", "Every four weeks"))).Id;
        var other = Council.Good(await Room.Add(council, Room.File("loads.txt", "x"), Room.Said with { Parts = [Room.Workload] })).Id;
        var ours = Council.Good(await Room.Add(council, Room.File("ours.txt", "y"),
            Room.Said with { Readers = EvidenceReaders.Internal })).Id;
        var today = council.Clock.UkToday;
        var given = Council.Good(await council.Ask((EntryDesk desk) => desk.Give(
            "ingrid@example.org", "Ingrid Vale", new([Room.Tools], today, today.AddDays(1), "Peer review"), Room.Principal, default)));
        Assert.NotNull(given.Invitation);
        var ingrid = new Reader("Ingrid Vale", null, [new(Role.Evaluator)], given.Entry.AccountId);

        Assert.Equal([open], (await List(council, ingrid)).Rows.Select(r => r.Piece.Id));
        Assert.Equal([Room.Tools], (await List(council, ingrid)).Parts.Select(p => p.Code));
        Assert.NotNull(await Read(council, open, 1, ingrid));
        Assert.Null(await Read(council, other, 1, ingrid));
        Assert.Null(await Read(council, ours, 1, ingrid));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(
            () => council.Ask((EvidenceDesk desk) => desk.Change(open, Room.Said, 1, ingrid, default)));
        var read = Assert.Single(await council.Db(db => db.Set<AuditEntry>().Where(e => e.Action == AuditAction.Read).ToListAsync()));
        Assert.Equal(("Ingrid Vale", "evidence file", $"{open}/1"), (read.Who, read.SubjectKind, read.SubjectId));

        council.Clock.Pass(TimeSpan.FromDays(1));
        Assert.NotNull(await Read(council, open, 1, ingrid));
        council.Clock.Pass(TimeSpan.FromDays(1));
        Assert.Null(await Read(council, open, 1, ingrid));
        Assert.Empty((await List(council, ingrid)).Rows);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_closed_at_once_when_an_entry_is_ended_and_lets_in_nobody_of_the_department(string engine)
    {
        await using var council = await Council.On(engine);
        var id = Council.Good(await Room.Add(council, Room.File("policy.txt", "Every four weeks"))).Id;
        var ingrid = await Room.Account(council, "Ingrid Vale", new(Role.Evaluator));
        await Room.Account(council, "Rosa Thwaite", new(Role.HumanResources));
        var offer = new EntryOffer([Room.Tools], council.Clock.UkToday, council.Clock.UkToday.AddDays(9), "Evaluation");
        Task<Result<EntryGiven>> Give(string email) =>
            council.Ask((EntryDesk desk) => desk.Give(email, "Ingrid Vale", offer, Room.Principal, default));
        Assert.Null(await Read(council, id, 1, ingrid));

        var given = Council.Good(await Give("ingrid.vale@example.gov.uk"));
        Assert.Null(given.Invitation);
        Assert.NotNull(await Read(council, id, 1, ingrid));
        await council.Ask((EntryDesk desk) => desk.End(given.Entry.Id, Room.Principal, default));
        Assert.Null(await Read(council, id, 1, ingrid));
        Assert.Contains("not from outside", Assert.Single(Council.Refused(await Give("rosa.thwaite@example.gov.uk"))),
            StringComparison.Ordinal);
        var row = Assert.Single(await council.Ask((EntryDesk desk) => desk.All(Room.Principal, default)));
        Assert.Equal(("Ingrid Vale", true, "Pat Singh"), (row.Name, row.IsOver, row.Entry.EndedBy));
    }

    [Fact]
    public async Task Finds_by_words_part_and_expiry()
    {
        await using var council = await Council.On("sqlite");
        Council.Good(await Room.Add(council, Room.File("policy.txt", "x")));
        Council.Good(await Room.Add(council, Room.Link("https://example.gov.uk/loads"),
            Room.Said with { Title = "Loads of teams", Parts = [Room.Workload], ExpiresOn = new(2026, 11, 1) }));
        async Task<IReadOnlyList<string>> Find(EvidenceSearch search) =>
            [.. (await council.Ask((EvidenceDesk desk) => desk.List(search, Room.Principal, default))).Rows.Select(r => r.Piece.Title)];

        Assert.Equal(["Loads of teams", "Supervision policy"], await Find(new()));
        Assert.Equal(["Supervision policy"], await Find(new("POLICY supervised")));
        Assert.Equal(["Loads of teams"], await Find(new("", Room.Workload)));
        Assert.Equal(["Loads of teams"], await Find(new(null, null, EvidenceState.Expired)));
        Assert.Empty(await Find(new("no such word")));
    }

    private static Task<EvidenceList> List(Council council, Reader reader) =>
        council.Ask((EvidenceDesk desk) => desk.List(new(), reader, default));

    private static Task<Result<EvidenceVersion>> AddVersion(Council council, Id<EvidencePiece> id, EvidenceGiven given, int seen) =>
        council.Ask((EvidenceDesk desk) => desk.AddVersion(id, given, seen, Room.Principal, default));

    private static Task<byte[]?> Read(Council council, Id<EvidencePiece> id, int number, Reader reader) =>
        council.Ask(async (EvidenceDesk desk) =>
        {
            if (await desk.Open(id, number, reader, default) is not { } file) return null;
            using var all = new MemoryStream();
            await foreach (var part in file.Parts) all.Write(part);
            return all.ToArray();
        });
}
