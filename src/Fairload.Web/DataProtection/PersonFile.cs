using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Fairload.App.DataProtection;
using Fairload.Web.Serve;

namespace Fairload.Web.DataProtection;

/// <summary>A person's data as one archive: the whole as JSON, and each table for a spreadsheet.</summary>
internal static class PersonFile
{
    private const string About =
        """
        This is what Fairload stores about you. Mae hyn yn cynnwys yr hyn y mae Fairload yn ei gadw amdanoch.

        data.json holds all of it; each file in the folder tables holds one table for a spreadsheet. What a table is for and how long it is
        kept stands in docs/data-protection.md and on the page /privacy. Passwords and other secrets are left out, and so is what you
        answered in surveys: the department itself can not tell which answers are yours.

        """;

    public static byte[] Write(PersonData data)
    {
        using var to = new MemoryStream();
        using (var archive = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(archive, "about.txt", Encoding.UTF8.GetBytes(About));
            Add(archive, "data.json", JsonSerializer.SerializeToUtf8Bytes(
                new
                {
                    data.StaffNumber,
                    data.Name,
                    data.MadeAt,
                    Tables = data.Tables.ToDictionary(
                        t => t.Table, t => t.Rows.Select(r => t.Columns.Zip(r).ToDictionary(c => c.First, c => c.Second)).ToList()),
                },
                Words.JsonShape));
            foreach (var table in data.Tables)
            {
                var lines = table.Rows.Select(r => r.Select(c => c ?? "")).Prepend(table.Columns);
                Add(archive, $"tables/{table.Table}.csv", CsvFile.Bytes(lines));
            }
        }

        return to.ToArray();
    }

    private static void Add(ZipArchive archive, string name, byte[] bytes)
    {
        using var into = archive.CreateEntry(name).Open();
        into.Write(bytes);
    }
}
