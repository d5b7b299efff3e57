using System.Buffers;
using System.Data.Common;
using System.Text.Json;
using Fairload.App.Audit;
using Fairload.App.Backup;
using Fairload.Core.Access;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.DataProtection;

/// <summary>Rows of one table that are about a person, as they are stored.</summary>
public sealed record PersonTable(string Table, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string?>> Rows);

/// <summary>Everything that is stored about one person of staff.</summary>
public sealed record PersonData(string StaffNumber, string Name, DateTime MadeAt, IReadOnlyList<PersonTable> Tables);

/// <summary>
/// A person's own data (UK GDPR article 15): every row of every table that names the person's record or account by its id. Which tables
/// do is asked of the program's own map of them, so that a new one is never forgotten.
/// </summary>
public sealed class PersonDataDesk(FairloadDb db, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Secrets that open something; they tell a person nothing about themselves.</summary>
    private static readonly HashSet<string> Secrets =
        ["password_hash", "totp_secret", "pending_totp_secret", "code_hash", "token_hash", "code", "device", "last_totp_step"];

    /// <summary>What the department promised to read nobody else: notes to oneself, what one said of one's groups, time and supervision,
    /// and whether one voted or answered. Only the person gets them.</summary>
    private static readonly HashSet<string> OwnOnly =
        ["own_note", "own_group", "time_use_week", "usefulness", "felt_voter", "small_thing_voice", "round_person", "round_delivery"];

    /// <summary>The reader's own; null for an account that stands for nobody and has nothing but itself.</summary>
    public async Task<PersonData?> Mine(Reader reader, CancellationToken stop)
    {
        if (reader.Account is not { } account) return null;
        await audit.Note(reader, AuditAction.Exported, "own data", account.ToString(), stop);
        return await Of(reader.Worker, account, own: true, stop);
    }

    /// <summary>For whoever answers a request; null when nobody has the number.</summary>
    public async Task<PersonData?> Of(string staffNumber, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.ProtectData);
        var worker = await db.Workers.Where(w => w.StaffNumber == staffNumber).Select(w => (Id<Worker>?)w.Id).SingleOrDefaultAsync(stop);
        if (worker is null) return null;
        var account = await db.Set<Account>().Where(a => a.WorkerId == worker).Select(a => (Id<Account>?)a.Id).FirstOrDefaultAsync(stop);
        await audit.Note(reader, AuditAction.Exported, "worker", worker.Value.ToString(), "own data", stop);
        return await Of(worker, account, own: false, stop);
    }

    private async Task<PersonData> Of(Id<Worker>? worker, Id<Account>? account, bool own, CancellationToken stop)
    {
        var who = await db.Workers.AsNoTracking().SingleOrDefaultAsync(w => w.Id == worker, stop);
        var name = who?.Name ?? await db.Set<Account>().Where(a => a.Id == account).Select(a => a.Name).SingleAsync(stop);
        await db.Database.OpenConnectionAsync(stop);
        try
        {
            var connection = db.Database.GetDbConnection();
            var stored = (await StoredTable.In(connection, null, stop)).ToDictionary(t => t.Name, StringComparer.Ordinal);
            var tables = new List<PersonTable>();
            foreach (var (table, keys) in Naming().Where(n => own || !OwnOnly.Contains(n.Key)).OrderBy(n => n.Key, StringComparer.Ordinal))
            {
                var wanted = keys.Select(k => (k.Column, Id: k.IsAccount ? account?.Value : worker?.Value)).Where(k => k.Id is not null)
                    .ToList();
                if (wanted.Count == 0) continue;
                var columns = stored[table].Columns.Where(c => !Secrets.Contains(c.Name) && c.Kind != ColumnKind.Bytes).ToList();
                var rows = await Rows(connection, table, columns, wanted, stop);
                if (rows.Count > 0) tables.Add(new(table, [.. columns.Select(c => c.Name)], rows));
            }

            return new(who?.StaffNumber ?? "", name, clock.GetUtcNow().UtcDateTime, tables);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>Tables with the columns that name a person of staff or an account.</summary>
    internal IReadOnlyDictionary<string, List<(string Column, bool IsAccount)>> Naming()
    {
        var naming = new Dictionary<string, List<(string, bool)>>(StringComparer.Ordinal);
        foreach (var property in db.Model.GetEntityTypes().SelectMany(e => e.GetProperties()))
        {
            var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
            if (type != typeof(Id<Worker>) && type != typeof(Id<Account>)) continue;
            var table = property.DeclaringType.ContainingEntityType.GetTableName()!;
            if (!naming.TryGetValue(table, out var columns)) naming[table] = columns = [];
            columns.Add((property.GetColumnName(), type == typeof(Id<Account>)));
        }

        return naming;
    }

    private static async Task<IReadOnlyList<IReadOnlyList<string?>>> Rows(
        DbConnection connection, string table, List<StoredColumn> columns, IReadOnlyList<(string Column, Guid? Id)> wanted,
            CancellationToken stop)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"select {string.Join(", ", columns.Select(c => $"\"{c.Name}\""))} from \"{table}\" " +
            $"where {string.Join(" or ", wanted.Select((w, i) => $"\"{w.Column}\" = @p{i}"))}";
        foreach (var (i, one) in wanted.Index())
        {
            var parameter = command.CreateParameter();
            // SQLite keeps an id as text in capitals, as its driver writes it.
            (parameter.ParameterName, parameter.Value) = ($"@p{i}", one.Id!.Value);
            command.Parameters.Add(parameter);
        }

        var rows = new List<IReadOnlyList<string?>>();
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
        {
            var line = new ArrayBufferWriter<byte>();
            await using (var json = new Utf8JsonWriter(line, StoredRow.Shape)) StoredRow.Write(json, reader, columns);
            using var read = JsonDocument.Parse(line.WrittenMemory);
            rows.Add([.. read.RootElement.EnumerateArray().Select(Text)]);
        }

        return rows;
    }

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString(),
        _ => value.GetRawText(),
    };
}
