using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Fairload.App.Imports;

/// <summary>One row as JSON, column by column as it is stored, so that undoing an import puts back exactly what was there.</summary>
internal static class RowImage
{
    /// <summary>Dividing by it takes the zeros off the end: one engine gives back 0.8 and the other 0.8000.</summary>
    private const decimal One = 1.0000000000000000000000000000m;

    public static string Of(FairloadDb db, object entity)
    {
        var image = new Dictionary<string, object?>();
        foreach (var property in TypeOf(db, entity).GetProperties()) image[property.GetColumnName()] = Stored(property, entity);
        return JsonSerializer.Serialize(image);
    }

    /// <summary>What the row holds in a column, as our code sees it.</summary>
    public static object? Held(IProperty property, object entity) => property.GetGetter().GetClrValue(entity);

    /// <summary>What the row holds in a column, as it is stored: ids as GUIDs, words of a list as text, decimals without zeros at the
    /// end.</summary>
    public static object? Stored(IProperty property, object entity)
    {
        if (Held(property, entity) is not { } value) return null;
        var stored = property.GetTypeMapping().Converter is { } converter ? converter.ConvertToProvider(value) : value;
        return stored is decimal number ? number / One : stored;
    }

    public static string TableOf(FairloadDb db, object entity) => TypeOf(db, entity).GetTableName()!;

    public static Guid IdOf(FairloadDb db, object entity) =>
        (Guid)Stored(TypeOf(db, entity).FindPrimaryKey()!.Properties.Single(), entity)!;

    /// <summary>Writes the image over a tracked row.</summary>
    public static void Restore(EntityEntry row, string image)
    {
        using var json = JsonDocument.Parse(image);
        foreach (var property in row.Metadata.GetProperties())
            row.Property(property.Name).CurrentValue = Read(property, json.RootElement.GetProperty(property.GetColumnName()));
    }

    /// <summary>Makes a removed row anew, to be added.</summary>
    public static object Revive(FairloadDb db, string table, string image)
    {
        var type = TypeOf(db, table);
        var entity = RuntimeHelpers.GetUninitializedObject(type.ClrType);
        using var json = JsonDocument.Parse(image);
        foreach (var property in type.GetProperties())
        {
            var field = property.FieldInfo ?? throw new InvalidOperationException($"{table}.{property.Name} has no field to restore.");
            field.SetValue(entity, Read(property, json.RootElement.GetProperty(property.GetColumnName())));
        }

        return entity;
    }

    public static IEntityType TypeOf(FairloadDb db, object entity) => db.Model.FindEntityType(entity.GetType())!;

    public static IEntityType TypeOf(FairloadDb db, string table) => db.Model.GetEntityTypes().Single(t => t.GetTableName() == table);

    private static object? Read(IProperty property, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Null) return null;
        var converter = property.GetTypeMapping().Converter;
        var stored = converter?.ProviderClrType ?? property.ClrType;
        var read = value.Deserialize(Nullable.GetUnderlyingType(stored) ?? stored);
        return converter is null ? read : converter.ConvertFromProvider(read);
    }
}
